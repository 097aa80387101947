package org.dossier.pages;

import java.util.List;
import java.util.Optional;
import org.dossier.explain.change.Difference;
import org.dossier.explain.change.ReleaseChanges;
import org.dossier.query.Figures;
import org.jspecify.annotations.Nullable;

/**
 * What this release says otherwise than the one before.
 *
 * @param changes absent when there is no release before it, or both are still being compared
 * @param isBeingCompared whether the difference is not known yet
 */
public record ChangesPage(@Nullable ReleaseChanges changes, boolean isBeingCompared) {

    /** How much of a load unit differs. */
    public record Unit(Named unit, String come, String gone) {}

    /** Record by record; absent where there is none before it, or it is not known yet. */
    public @Nullable Difference difference() {
        return changes == null ? null : changes.difference();
    }

    /** How many there were and are, in words. */
    public List<String> counts() {
        return changes == null
                ? List.of()
                : changes.counts().stream()
                        .map(count -> Figures.grouped(count.after()) + " " + count.what() + ", before "
                                + Figures.grouped(count.before()))
                        .toList();
    }

    /** Unit by unit. */
    public List<Unit> units() {
        return changes == null
                ? List.of()
                : changes.units().stream()
                        .map(unit -> new Unit(
                                Named.inside(unit.name(), "/doc/graph/" + Address.encoded(unit.name())),
                                Figures.grouped(unit.come()),
                                Figures.grouped(unit.gone())))
                        .toList();
    }

    /** More than this of one sort is summed up. */
    public static final int MOST = 100;

    static ChangesPage of(Changes changes) {
        Optional<Optional<ReleaseChanges>> known = changes.known();
        return new ChangesPage(known.flatMap(found -> found).orElse(null), known.isEmpty());
    }

    /** Where a record is told of. */
    public static String href(Difference.Item item) {
        return Address.of("/doc/" + item.id()).href();
    }

    /** The badge of a standing that is known by its label alone. */
    public static Standing badge(String label) {
        return new Standing(label, label, "");
    }

    /** The first of a long list. */
    public static <T> List<T> few(List<T> all) {
        return all.subList(0, Math.min(MOST, all.size()));
    }

    /** How many are left out by {@link #few}. */
    public static int rest(List<?> all) {
        return Math.max(0, all.size() - MOST);
    }
}
