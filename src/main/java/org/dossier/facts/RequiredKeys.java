package org.dossier.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dossier.vocabulary.Cardinality;
import org.dossier.vocabulary.Vocabulary;

/** What things of each class must have, as far as people type it as a key. */
final class RequiredKeys {

    /** Asked for by other names, or typed within another value. */
    private static final Set<String> ELSEWHERE = Set.of("hasEvidence", "hasUnit", "hasPrecision");

    private final Vocabulary vocabulary;
    private final Map<String, List<String>> byClass = new HashMap<>();

    RequiredKeys(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Names of the properties that a thing of this class must have. */
    List<String> of(String className) {
        return byClass.computeIfAbsent(className, this::required);
    }

    private List<String> required(String className) {
        return vocabulary.properties().stream()
                .filter(property -> !property.isComputed() && !ELSEWHERE.contains(property.name()))
                .map(property -> vocabulary.cardinality(className, property.name()))
                .filter(cardinality -> cardinality.least() > 0)
                .map(Cardinality::propertyName)
                .toList();
    }
}
