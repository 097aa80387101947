package org.dossier.facts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dossier.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Where the ids lead that things no longer have: what {@code facts/redirects.tsv} says. */
public final class Redirects {

    /** Kept in git, one line for each id: old, new, reason and date, divided by tabs. */
    public static final String PATH = "facts/redirects.tsv";

    public static final String HEADER = "old\tnew\treason\tdate";

    /** Stands between the parts of a claim's id: subject, property, object. */
    private static final String WITHIN_CLAIMS = "--";

    private final Map<String, Redirect> byOld;

    Redirects(Map<String, Redirect> byOld) {
        this.byOld = Collections.unmodifiableMap(new TreeMap<>(byOld));
    }

    /**
     * The redirects of a dossier, none when the file is not there; bad lines are reported and left out.
     *
     * @throws org.dossier.problem.SurroundingsException when the file cannot be read
     */
    public static Redirects read(Path dossier, Problems problems) {
        return read(dossier, PATH, problems);
    }

    /** The same from a file of another name. */
    public static Redirects read(Path folder, String path, Problems problems) {
        return Files.exists(folder.resolve(path))
                ? RedirectReader.read(FileText.read(folder, path, problems), problems)
                : new Redirects(Map.of());
    }

    /** All lines, in order of the old ids. */
    public Collection<Redirect> all() {
        return byOld.values();
    }

    /** The lines as the file has them, with its header; none when there are no redirects. */
    public List<String> lines() {
        Stream<String> lines = all().stream().map(Redirect::line);
        return byOld.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(HEADER), lines).toList();
    }

    /**
     * What became of an id in the end, over all renamings; the id of a claim moves with its subject and its object.
     *
     * @return nothing for an id that is in use, or was never
     */
    public Optional<Redirect> of(String id) {
        return Optional.ofNullable(byOld.get(id)).map(this::end).or(() -> ofClaim(id));
    }

    private Redirect end(Redirect first) {
        Redirect last = first;
        Set<String> seen = new HashSet<>(Set.of(first.old()));
        while (last.successor() != null && seen.add(last.successor()) && byOld.containsKey(last.successor())) {
            last = byOld.getOrDefault(last.successor(), last);
        }
        return last.as(first.old(), last.successor());
    }

    private Optional<Redirect> ofClaim(String id) {
        String[] parts = id.split(WITHIN_CLAIMS, -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        Redirect subject = of(parts[0]).orElse(null);
        Redirect object = of(parts[2]).orElse(null);
        if (subject == null && object == null) {
            return Optional.empty();
        }
        boolean isWithdrawn = isWithdrawn(subject) || isWithdrawn(object);
        String successor = String.join(WITHIN_CLAIMS, now(parts[0], subject), parts[1], now(parts[2], object));
        Redirect teller = subject == null || isWithdrawn(object) ? object : subject;
        return Optional.ofNullable(teller).map(told -> told.as(id, isWithdrawn ? null : successor));
    }

    private static boolean isWithdrawn(@Nullable Redirect redirect) {
        return redirect != null && redirect.isWithdrawn();
    }

    private static String now(String part, @Nullable Redirect redirect) {
        return redirect == null || redirect.successor() == null ? part : redirect.successor();
    }

    /**
     * Reports lines about ids that are in use, and lines that lead nowhere.
     *
     * @param isKnown whether something in the dossier has this id
     */
    public void check(Predicate<String> isKnown, Problems problems) {
        for (Redirect line : all()) {
            String successor = end(line).successor();
            if (isKnown.test(line.old())) {
                problems.error(
                        line.place(),
                        "redirect-taken",
                        "something has the id '" + line.old() + "' and shows under it",
                        "delete this line, or give the thing another id");
            } else if (successor != null && !isKnown.test(successor)) {
                problems.error(
                        line.place().right(line.old().length() + 1),
                        "redirect-target",
                        "nothing has the id '" + successor + "', which '" + line.old() + "' leads to",
                        "write the id that the thing has now, or withdraw it too");
            }
        }
    }
}
