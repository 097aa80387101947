package org.dossier.link;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How much a word tells: little when many names have it. */
public final class Rarity {

    private static final double FILLER = 0;
    private static final double GENERIC = 0.35;
    private static final double FREQUENT = 0.7;
    private static final double PLACE = 0.6;
    private static final double LEAST = 0.25;

    private final Map<String, Double> inTarget;

    private Rarity(Map<String, Double> inTarget) {
        this.inTarget = inTarget;
    }

    /** By the program's own table of common words, where no target is at hand. */
    public static Rarity everyday() {
        return new Rarity(Map.of());
    }

    /** By how many names of a target have the word, and never more than the table of common words says. */
    static Rarity in(Collection<FoldedName> names) {
        Map<String, Integer> counts = new HashMap<>();
        names.forEach(name -> count(name, counts));
        double most = StrictMath.log(Math.max(2, names.size()));
        Map<String, Double> weights = new HashMap<>();
        counts.forEach((word, count) -> weights.put(word, 1 - StrictMath.log(count) / most));
        return new Rarity(weights);
    }

    private static void count(FoldedName name, Map<String, Integer> counts) {
        Set<String> once = new HashSet<>();
        name.words().forEach(word -> once.add(word.text()));
        once.forEach(word -> counts.merge(word, 1, Integer::sum));
    }

    /** From 0, for articles, to 1, for a word of one name only. */
    double weight(Word word) {
        double most = byTable(word.sort());
        return Math.min(most, Math.max(LEAST, inTarget.getOrDefault(word.text(), 1.0)));
    }

    /** Whether it was counted in a target, rather than taken from the table. */
    boolean isOfTarget() {
        return !inTarget.isEmpty();
    }

    /** Whether a name of the target has the word. */
    boolean isInTarget(Word word) {
        return inTarget.containsKey(word.text());
    }

    private static double byTable(Word.Sort sort) {
        return switch (sort) {
            case FILLER -> FILLER;
            case GENERIC -> GENERIC;
            case FREQUENT -> FREQUENT;
            case PLACE, NUMBER -> PLACE;
            case PLAIN -> 1;
        };
    }
}
