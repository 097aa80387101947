package org.dossier.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dossier.explain.Account.Root;
import org.dossier.explain.Account.Voice;
import org.dossier.explain.Account.Words;
import org.jspecify.annotations.Nullable;

/** An explanation as lines for a terminal. */
public final class ExplanationText {

    private ExplanationText() {}

    /** All lines, without line ends. */
    public static List<String> lines(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add(explanation.name() + " (" + explanation.type() + ")");
        lines.add(explanation.id());
        if (explanation.accounts().isEmpty() && explanation.links().isEmpty()) {
            lines.add("No record speaks of it; names, kinds and identifiers need no evidence.");
        }
        explanation.accounts().forEach(account -> {
            lines.add("");
            lines.addAll(account(account));
        });
        explanation.links().forEach(link -> {
            lines.add("");
            link(link, lines);
        });
        return lines;
    }

    private static void link(DecidedLink link, List<String> lines) {
        lines.add(link.sentence());
        lines.add("  decided by " + link.decidedBy() + " on " + link.decidedOn() + ": " + link.basis());
        if (link.because() != null) {
            lines.add("  because: " + link.because());
        }
        written(link.place(), link.commit(), lines);
    }

    private static void written(@Nullable String place, @Nullable String commit, List<String> lines) {
        if (place != null) {
            StringBuilder written = new StringBuilder("  written in " + place);
            append(written, ", commit ", commit, "");
            lines.add(written.toString());
        }
    }

    /** The lines of one record, its name first. */
    static List<String> account(Account account) {
        List<String> lines = new ArrayList<>();
        lines.add(account.name());
        StringBuilder standing = new StringBuilder("  " + account.standing() + ": " + account.meaning());
        append(standing, " [", account.rule(), "]");
        lines.add(standing.toString());
        lines.add("  " + roots(account));
        account.derivedFrom().forEach(origin -> lines.add("  derived from: " + origin));
        account.evidence().forEach(words -> words("for", words, lines));
        account.affirmedBy().forEach(voice -> lines.add("  affirmed by " + voice(voice)));
        account.counterEvidence().forEach(words -> words("against", words, lines));
        account.deniedBy().forEach(voice -> lines.add("  denied by " + voice(voice)));
        written(account.place(), account.commit(), lines);
        return lines;
    }

    private static String roots(Account account) {
        String roots = String.join(
                "; ", account.roots().stream().map(ExplanationText::root).toList());
        return String.format(
                Locale.ROOT,
                "%d independent %s; it rests on: %s",
                account.independentRoots(),
                account.independentRoots() == 1 ? "root" : "roots",
                roots.isEmpty() ? "nothing" : roots);
    }

    private static String root(Root root) {
        return root.name() + (root.isHeld() ? " (held)" : " (not held)");
    }

    private static void words(String side, Words words, List<String> lines) {
        lines.add("  " + side + ": “" + words.quote() + "” (" + words.grade() + ")");
        StringBuilder from = new StringBuilder("    " + words.source());
        append(from, ", under “", words.locator(), "”");
        append(from, "; hedged: ", words.hedge(), "");
        words.relyOn().forEach(earlier -> append(from, "; relies on ", earlier, ""));
        words.assertedBy().forEach(word -> append(from, "; the word of ", word, ""));
        append(from, " [", words.place(), "]");
        lines.add(from.toString());
        if (words.context() != null) {
            lines.add("    … " + words.context() + " …");
        }
    }

    private static void append(StringBuilder line, String before, @Nullable String text, String behind) {
        if (text != null) {
            line.append(before).append(text).append(behind);
        }
    }

    private static String voice(Voice voice) {
        StringBuilder line = new StringBuilder(voice.speaker() + ": " + voice.statement());
        append(line, " (", voice.date(), ")");
        voice.clarifiedBy().forEach(later -> append(line, "; clarified: ", later, ""));
        return line + (voice.isRetracted() ? "; retracted" : "");
    }
}
