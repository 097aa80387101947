package org.dossier.release;

import java.nio.file.Path;
import java.util.Set;

/**
 * The triples of a load unit that are in a file already.
 *
 * @param file of N-Triples, one on each line; it stays as it is
 * @param triples how many lines it has
 * @param withoutSubjects lines about these that have one of the predicates do not belong to the release; spelled as in the
 *     file
 * @param withoutPredicates likewise
 */
public record UnitLines(Path file, long triples, Set<String> withoutSubjects, Set<String> withoutPredicates) {

    public UnitLines {
        withoutSubjects = Set.copyOf(withoutSubjects);
        withoutPredicates = Set.copyOf(withoutPredicates);
    }
}
