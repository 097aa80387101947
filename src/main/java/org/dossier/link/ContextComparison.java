package org.dossier.link;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Compares what is known of two organisations besides their names. */
final class ContextComparison {

    /** Schemes that give one value to one organisation; a firm may have many registrations, each with a UEI of its own. */
    private static final Set<String> ONE_TO_EACH = Set.of("lei", "wikidata", "ror", "cgac", "subtier");

    private ContextComparison() {}

    /** How far each trait holds; those about which a side says nothing are left out. */
    static Map<Trait, Double> compare(FoldedProfile left, FoldedProfile right) {
        Map<Trait, Double> traits = new EnumMap<>(Trait.class);
        compareIdentifiers(left.profile(), right.profile(), traits);
        compareContexts(left.profile().context(), right.profile().context(), traits);
        if (left.relatives().belongsTo(right.relatives()) || right.relatives().belongsTo(left.relatives())) {
            traits.put(Trait.STATED_RELATION, 1.0);
        }
        return traits;
    }

    private static void compareIdentifiers(Profile left, Profile right, Map<Trait, Double> traits) {
        left.identifiers().forEach((scheme, values) -> {
            Set<String> others = right.identifiers().getOrDefault(scheme, Set.of());
            if (values.stream().anyMatch(others::contains)) {
                traits.put(Trait.SAME_IDENTIFIER, 1.0);
            } else if (!others.isEmpty() && !values.isEmpty() && ONE_TO_EACH.contains(scheme)) {
                traits.put(Trait.OTHER_IDENTIFIER, 1.0);
            }
        });
    }

    private static void compareContexts(Context left, Context right, Map<Trait, Double> traits) {
        if (left.country() != null && right.country() != null) {
            traits.put(left.country().equals(right.country()) ? Trait.SAME_COUNTRY : Trait.OTHER_COUNTRY, 1.0);
        }
        if (left.place() != null
                && right.place() != null
                && letters(left.place()).equals(letters(right.place()))) {
            traits.put(Trait.SAME_PLACE, 1.0);
        }
        if (endsBefore(left, right) || endsBefore(right, left)) {
            traits.put(Trait.OTHER_TIME, 1.0);
        }
    }

    private static boolean endsBefore(Context one, Context other) {
        return one.ended() != null && other.began() != null && one.ended() < other.began();
    }

    private static String letters(String text) {
        return NameReader.shared().glued(text);
    }
}
