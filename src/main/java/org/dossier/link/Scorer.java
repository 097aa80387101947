package org.dossier.link;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Says how likely two organisations are one, and shows everything that it weighed.
 *
 * <p>It knows nothing but the two profiles and how common words are; the same two give the same value, whichever stands
 * left. Names alone never decide: what comes out is a proposal.
 */
public final class Scorer {

    private final Weights weights;
    private final Rarity rarity;

    public Scorer(Weights weights, Rarity rarity) {
        this.weights = weights;
        this.rarity = rarity;
    }

    /** The scorer for pairs of names without a target. */
    public static Scorer standard() {
        return new Scorer(Weights.standard(), Rarity.everyday());
    }

    /** Compares two profiles by those of their names that are most alike, and by what else is known. */
    public Score compare(Profile left, Profile right) {
        return compare(FoldedProfile.of(left), FoldedProfile.of(right), Map.of());
    }

    /** @param more traits that only the whole target shows, such as rivals */
    Score compare(FoldedProfile left, FoldedProfile right, Map<Trait, Double> more) {
        Map<Trait, Double> traits = new EnumMap<>(Trait.class);
        traits.putAll(ContextComparison.compare(left, right));
        traits.putAll(more);
        NameMatch names = bestNames(left, right);
        traits.putAll(names.traits());
        if (isLoneAlias(left, names.left(), names.right()) || isLoneAlias(right, names.right(), names.left())) {
            traits.put(Trait.LONE_ALIAS, 1.0);
        }
        double value = Weights.chance(weights.base() + points(traits));
        Answer answer = Kinship.of(left.relatives(), right.relatives(), names, value);
        return new Score(value, answer, names.left().name(), names.right().name(), features(traits));
    }

    private NameMatch bestNames(FoldedProfile left, FoldedProfile right) {
        List<NameMatch> matches = new ArrayList<>();
        for (FoldedProfile.Folded one : left.names()) {
            for (FoldedProfile.Folded other : right.names()) {
                matches.add(match(
                        one, left.profile().context(), other, right.profile().context()));
            }
        }
        return matches.stream().min(NameMatch.BEST_FIRST).orElseThrow();
    }

    private NameMatch match(
            FoldedProfile.Folded left, Context leftContext, FoldedProfile.Folded right, Context rightContext) {
        Map<Trait, Double> traits = NameComparison.compare(left.folded(), right.folded(), rarity);
        if (leftContext.country() != null && leftContext.country().equals(rightContext.country())) {
            traits.remove(Trait.MORE_PLACE);
        }
        if (isInformalAlias(left, right) || isInformalAlias(right, left)) {
            traits.put(Trait.INFORMAL_ALIAS, 1.0);
        }
        if (isAbroad(left, rightContext) || isAbroad(right, leftContext)) {
            traits.put(Trait.FORM_ABROAD, 1.0);
        }
        if (hasRole(left, Name.Role.SHORT) || hasRole(right, Name.Role.SHORT)) {
            traits.put(Trait.SHORT_NAME, 1.0);
            if (!left.folded().forms().isEmpty() || !right.folded().forms().isEmpty()) {
                traits.put(Trait.ACRONYM_WITH_FORM, 1.0);
            }
        }
        if (hasRole(left, Name.Role.FORMER) || hasRole(right, Name.Role.FORMER)) {
            traits.put(Trait.FORMER_NAME, 1.0);
        }
        return new NameMatch(left, right, traits, points(traits));
    }

    /** An alias that has nothing of the preferred name may be a former name, or that of a part. */
    private boolean isLoneAlias(FoldedProfile profile, FoldedProfile.Folded matched, FoldedProfile.Folded other) {
        if (!hasRole(matched, Name.Role.ALIAS)) {
            return false;
        }
        FoldedName preferred = profile.names().get(0).folded();
        Map<Trait, Double> traits = NameComparison.compare(preferred, other.folded(), rarity);
        return !traits.containsKey(Trait.SHARED_WORDS) && !traits.containsKey(Trait.ACRONYM);
    }

    private static boolean isInformalAlias(FoldedProfile.Folded alias, FoldedProfile.Folded other) {
        return hasRole(alias, Name.Role.ALIAS)
                && alias.folded().forms().isEmpty()
                && !other.folded().forms().isEmpty();
    }

    /** An Inc. is seldom the one that another source places in Switzerland. */
    private static boolean isAbroad(FoldedProfile.Folded name, Context other) {
        String country = other.country();
        return country != null
                && !name.folded().forms().isEmpty()
                && name.folded().forms().stream().noneMatch(form -> form.isKnownIn(country));
    }

    private static boolean hasRole(FoldedProfile.Folded name, Name.Role role) {
        return name.name().role() == role;
    }

    private double points(Map<Trait, Double> traits) {
        double sum = 0;
        for (Map.Entry<Trait, Double> trait : traits.entrySet()) {
            sum += trait.getValue() * weights.of(trait.getKey());
        }
        return sum;
    }

    private List<Feature> features(Map<Trait, Double> traits) {
        return traits.entrySet().stream()
                .map(trait -> new Feature(trait.getKey(), trait.getValue(), weights.of(trait.getKey())))
                .toList();
    }
}
