package org.dossier.link;

/**
 * An entry of a target that may be the one that is looked for.
 *
 * @param entry its position in the target, in order of ids
 */
public record Candidate(int entry, Profile profile, Score score) {

    /** Names that agree less speak against the entry. */
    private static final double COMPATIBLE = 0.3;

    /** Whether both state the same identifier. */
    public boolean hasSameIdentifier() {
        return score.features().stream().anyMatch(feature -> feature.trait() == Trait.SAME_IDENTIFIER);
    }

    /** Whether both would pass for one without the identifier, be it barely. */
    boolean namesAgree() {
        double sum = Weights.standard().base()
                + score.features().stream()
                        .filter(feature -> feature.trait() != Trait.SAME_IDENTIFIER)
                        .mapToDouble(Feature::points)
                        .sum();
        return score.answer().isOne() && Weights.chance(sum) >= COMPATIBLE;
    }
}
