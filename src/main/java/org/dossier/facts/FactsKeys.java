package org.dossier.facts;

import java.util.List;
import org.dossier.vocabulary.Vocabulary;

/** The keys of a facts file that are no words of the ontology. */
final class FactsKeys {

    static final String SOURCE = "source";
    static final String SOURCES = "sources";
    static final String ENTITIES = "entities";
    static final String FACTS = "facts";
    static final String TEXT_FILE = "text file";

    static final List<String> SECTIONS = List.of(SOURCES, ENTITIES, FACTS);

    private FactsKeys() {}

    /** Whether a file says more of its source than its id. */
    static boolean describesSource(Yaml.Keys root, Vocabulary vocabulary) {
        return root.entries().stream()
                .map(entry -> entry.key().value())
                .anyMatch(key ->
                        key.equals(TEXT_FILE) || vocabulary.propertyFor(key).isPresent());
    }
}
