package org.dossier.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dossier.vocabulary.Cardinality;
import org.dossier.vocabulary.Vocabulary;

/** How many values things must and may have, as far as people type them as keys; each looked up once. */
final class Cardinalities {

    /** Asked for by other names, or typed within another value. */
    private static final Set<String> ELSEWHERE = Set.of("hasEvidence", "hasUnit", "hasPrecision");

    private record Key(String className, String property) {}

    private final Vocabulary vocabulary;
    private final Map<String, List<String>> required = new HashMap<>();
    private final Map<Key, Integer> most = new HashMap<>();

    Cardinalities(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Names of the properties that a thing of this class must have. */
    List<String> required(String className) {
        return required.computeIfAbsent(className, this::lookUpRequired);
    }

    private List<String> lookUpRequired(String className) {
        return vocabulary.properties().stream()
                .filter(property -> !property.isComputed() && !ELSEWHERE.contains(property.name()))
                .map(property -> vocabulary.cardinality(className, property.name()))
                .filter(cardinality -> cardinality.least() > 0)
                .map(Cardinality::propertyName)
                .toList();
    }

    /** How many values of a property a thing of this class may have at most. */
    int most(String className, String property) {
        return most.computeIfAbsent(
                new Key(className, property),
                key -> vocabulary.cardinality(key.className(), key.property()).most());
    }
}
