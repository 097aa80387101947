package org.dossier.author;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dossier.facts.Redirect;
import org.dossier.facts.Redirects;
import org.dossier.problem.Problems;

/** Adds lines to {@code facts/redirects.tsv}. */
final class RedirectLines {

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cntrl}");

    private RedirectLines() {}

    /**
     * @param id that shall lead nowhere else
     * @throws Refusal when the reason is not one line, the id has a line already, or the file has mistakes
     */
    static void refuse(Path dossier, String id, String reason) throws Refusal {
        if (INVISIBLE.matcher(reason).find()) {
            throw new Refusal("a reason is one line without tabs");
        }
        Problems problems = new Problems();
        Optional<Redirect> taken = Redirects.read(dossier, problems).of(id);
        if (problems.hasErrors()) {
            throw new Refusal(Redirects.PATH + " has mistakes; mend them first: "
                    + problems.list().get(0));
        }
        if (taken.isPresent()) {
            throw new Refusal(
                    taken.get().sentence() + "; delete its line in " + Redirects.PATH + " first, if that is wrong");
        }
    }

    /** @param successor empty when the old id is withdrawn */
    static EditedFile added(Path dossier, String old, String successor, String reason, LocalDate date) {
        EditedFile file = EditedFile.of(dossier.resolve(Redirects.PATH));
        String before = file.text().isEmpty() ? Redirects.HEADER : file.text();
        String end = before.endsWith("\n") ? "" : "\n";
        file.become(before + end + String.join("\t", old, successor, reason, date.toString()) + "\n");
        return file;
    }
}
