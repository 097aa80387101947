package org.dossier.facts;

import java.nio.file.Path;
import org.dossier.problem.Problems;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;

/** The words of the shipped ontology, read once for all tests. */
final class RealVocabulary {

    static final Vocabulary VOCABULARY =
            Ontology.of(Path.of("no-dossier-of-its-own"), new Problems()).vocabulary();

    private RealVocabulary() {}
}
