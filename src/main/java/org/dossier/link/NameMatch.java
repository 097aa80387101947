package org.dossier.link;

import java.util.Comparator;
import java.util.Map;

/**
 * A name of each side, compared.
 *
 * @param points sum over the traits of the names
 */
record NameMatch(FoldedProfile.Folded left, FoldedProfile.Folded right, Map<Trait, Double> traits, double points) {

    /** Most points first; ties in an order that does not depend on the sides. */
    static final Comparator<NameMatch> BEST_FIRST =
            Comparator.comparingDouble(NameMatch::points).reversed().thenComparing(NameMatch::texts);

    private String texts() {
        String one = left.name().text();
        String other = right.name().text();
        return one.compareTo(other) < 0 ? one + "\n" + other : other + "\n" + one;
    }

    boolean isByOneFormerName() {
        return isFormer(left) != isFormer(right);
    }

    private static boolean isFormer(FoldedProfile.Folded name) {
        return name.name().role() == Name.Role.FORMER;
    }

    boolean has(Trait trait) {
        return traits.containsKey(trait);
    }
}
