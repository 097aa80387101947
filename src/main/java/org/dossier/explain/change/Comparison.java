package org.dossier.explain.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dossier.explain.change.Difference.Answers;
import org.dossier.explain.change.Difference.Change;
import org.dossier.explain.change.Difference.Item;
import org.dossier.explain.change.Difference.Standing;
import org.dossier.explain.change.Difference.Unchecked;

/** Holds two versions of a dossier against each other. */
public final class Comparison {

    private static final Comparator<Item> READING_ORDER = Comparator.comparing(Item::about)
            .thenComparing(Item::type)
            .thenComparing(Item::sentence)
            .thenComparing(Item::id);

    private final Contents before;
    private final Contents after;

    private Comparison(Contents before, Contents after) {
        this.before = before;
        this.after = after;
    }

    /** What {@code after} says that {@code before} does not, and the other way round. */
    public static Difference of(Version before, Version after) {
        return new Comparison(new Contents(before), new Contents(after))
                .difference(before.name(), after.name(), AnswerComparison.of(before, after));
    }

    /** The same of a few things only, and without answers. */
    static Difference of(Version before, Version after, Set<String> ids) {
        return new Comparison(new Contents(before, ids), new Contents(after, ids))
                .difference(before.name(), after.name(), List.of());
    }

    private Difference difference(String older, String newer, List<Answers> answers) {
        return new Difference(
                older,
                newer,
                onlyIn(after, before),
                onlyIn(before, after),
                changed(),
                standings(),
                answers,
                unchecked());
    }

    private static List<Item> onlyIn(Contents one, Contents other) {
        return one.ids().stream()
                .filter(id -> !other.ids().contains(id))
                .map(one::item)
                .sorted(READING_ORDER)
                .toList();
    }

    private List<String> inBoth() {
        Set<String> both = new TreeSet<>(before.ids());
        both.retainAll(after.ids());
        return List.copyOf(both);
    }

    private List<Change> changed() {
        List<Change> changes = new ArrayList<>();
        for (String id : inBoth()) {
            List<String> gone = without(before.said(id), after.said(id));
            List<String> come = without(after.said(id), before.said(id));
            if (!gone.isEmpty() || !come.isEmpty()) {
                changes.add(new Change(after.item(id), gone, come));
            }
        }
        changes.sort(Comparator.comparing(Change::item, READING_ORDER));
        return changes;
    }

    private static List<String> without(List<String> all, List<String> known) {
        return all.stream().filter(said -> !known.contains(said)).toList();
    }

    private List<Standing> standings() {
        return inBoth().stream()
                .filter(id -> !before.standing(id).equals(after.standing(id)))
                .map(id -> new Standing(
                        after.item(id),
                        before.standing(id).orElse("without standing"),
                        after.standing(id).orElse("without standing")))
                .sorted(Comparator.comparing(Standing::item, READING_ORDER))
                .toList();
    }

    private List<Unchecked> unchecked() {
        Set<Unchecked> lost =
                new TreeSet<>(Comparator.comparing(Unchecked::source).thenComparing(Unchecked::quote));
        lost.addAll(after.unchecked());
        lost.removeAll(before.unchecked());
        lost.retainAll(before.passages());
        return List.copyOf(lost);
    }
}
