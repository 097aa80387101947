package org.dossier.mapping;

import java.util.List;
import org.apache.jena.graph.Node;
import org.dossier.problem.Place;

/**
 * Words by which descriptions name a thing.
 *
 * @param names the thing, or the kind of technology
 * @param words ways in which it is written
 * @param exceptions longer runs of words in which it is not meant
 * @param place where the list says what is named
 */
record Keyword(Node names, List<String> words, List<String> exceptions, Place place) {

    Keyword {
        words = List.copyOf(words);
        exceptions = List.copyOf(exceptions);
    }
}
