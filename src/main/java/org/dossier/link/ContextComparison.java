package org.dossier.link;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what is known of two organisations besides their names. */
final class ContextComparison {

    /** Schemes that give one value to one organisation; a firm may have many registrations, each with a UEI of its own. */
    private static final Set<String> ONE_TO_EACH = Set.of("lei", "wikidata", "ror", "cgac", "subtier");

    private ContextComparison() {}

    /** How far each trait holds; those about which a side says nothing are left out. */
    static Map<Trait, Double> compare(Profile left, Profile right) {
        Map<Trait, Double> traits = new EnumMap<>(Trait.class);
        compareIdentifiers(left, right, traits);
        compareContexts(left.context(), right.context(), traits);
        if (belongsTo(left, right) || belongsTo(right, left)) {
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

    /** Whether a profile states that it belongs to the other one. */
    static boolean belongsTo(Profile child, Profile parent) {
        Set<String> parents = child.context().parents().stream()
                .filter(stated -> !isNameOf(stated, child))
                .collect(Collectors.toSet());
        return names(parents, parent);
    }

    /** Registers name a body without a parent as its own parent. */
    private static boolean isNameOf(String stated, Profile profile) {
        return profile.names().stream().anyMatch(name -> letters(name.text()).equals(letters(stated)));
    }

    /** Whether a profile states that it sells what the other one makes. */
    static boolean sellsFor(Profile seller, Profile maker) {
        return names(seller.context().sellsFor(), maker);
    }

    /** Whether one of the ids, identifiers or names is the profile's. */
    private static boolean names(Set<String> stated, Profile profile) {
        if (stated.isEmpty()) {
            return false;
        }
        Set<String> known = new HashSet<>(Set.of(profile.id()));
        profile.identifiers().values().forEach(known::addAll);
        Set<String> spelled =
                profile.names().stream().map(name -> letters(name.text())).collect(Collectors.toSet());
        return stated.stream().anyMatch(text -> known.contains(text) || spelled.contains(letters(text)));
    }

    private static String letters(String text) {
        return String.join("", NameReader.shared().foldedWords(text));
    }
}
