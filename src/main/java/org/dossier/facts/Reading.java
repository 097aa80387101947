package org.dossier.facts;

import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.vocabulary.TermClass;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** What every part of the reader looks things up in, and where it reports. */
record Reading(
        Vocabulary vocabulary,
        Definitions definitions,
        Amounts amounts,
        Cardinalities cardinalities,
        Problems problems) {

    Reading(Vocabulary vocabulary, Definitions definitions, Problems problems) {
        this(vocabulary, definitions, new Amounts(vocabulary), new Cardinalities(vocabulary), problems);
    }

    void error(Place place, String code, String message, String remedy) {
        problems.error(place, code, message, remedy);
    }

    void error(Place place, Mistake mistake) {
        problems.error(place, mistake.code(), mistake.message(), mistake.remedy());
    }

    /** What people call a class. */
    String label(String className) {
        return vocabulary.classFor(className).map(TermClass::label).orElse(className);
    }

    /** Whether something of one class can stand where another is wanted; true where either is not known. */
    boolean fits(@Nullable String type, @Nullable String wanted) {
        return type == null || wanted == null || vocabulary.classFor(wanted).isEmpty() || vocabulary.isA(type, wanted);
    }
}
