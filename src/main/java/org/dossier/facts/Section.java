package org.dossier.facts;

import java.util.List;
import java.util.stream.Stream;
import org.dossier.vocabulary.TermClass;
import org.dossier.vocabulary.Vocabulary;

/** A part of a facts file, and what stands in it. */
enum Section {
    SOURCES(FactsKeys.SOURCES, "kind of source"),
    ENTITIES(FactsKeys.ENTITIES, "kind of entity"),
    FACTS(FactsKeys.FACTS, "kind of fact");

    /** Classes of what the program makes of the facts; nobody gives them ids. */
    private static final List<String> NEVER_TYPED = List.of("Evidence", "LoadUnit");

    final String key;
    final String what;

    Section(String key, String what) {
        this.key = key;
        this.what = what;
    }

    /** Where things of a class stand; nothing for those that are never typed. */
    static Stream<Section> of(TermClass type, Vocabulary vocabulary) {
        if (NEVER_TYPED.contains(type.name())) {
            return Stream.empty();
        }
        if (vocabulary.isA(type.name(), "Record")) {
            return Stream.of(FACTS);
        }
        return Stream.of(vocabulary.isA(type.name(), "Source") ? SOURCES : ENTITIES);
    }

    /** What the first key of an item here may be. */
    List<String> heads(Vocabulary vocabulary) {
        Stream<String> classes = vocabulary.classes().stream()
                .filter(type -> of(type, vocabulary).anyMatch(this::equals))
                .map(TermClass::label);
        return Stream.concat(classes, this == FACTS ? Stream.of(ItemHead.ALSO) : Stream.empty())
                .toList();
    }
}
