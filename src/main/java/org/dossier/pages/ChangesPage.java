package org.dossier.pages;

import java.util.List;
import java.util.Optional;
import org.dossier.explain.change.Difference;
import org.jspecify.annotations.Nullable;

/**
 * What this release says otherwise than the one before.
 *
 * @param difference absent when there is no release before it, or both are still being compared
 * @param isBeingCompared whether the difference is not known yet
 */
public record ChangesPage(@Nullable Difference difference, boolean isBeingCompared) {

    /** More than this of one sort is summed up. */
    public static final int MOST = 100;

    static ChangesPage of(Changes changes) {
        Optional<Optional<Difference>> known = changes.known();
        return new ChangesPage(known.flatMap(difference -> difference).orElse(null), known.isEmpty());
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
