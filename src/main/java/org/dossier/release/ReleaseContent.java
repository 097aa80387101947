package org.dossier.release;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.dossier.problem.Place;

/**
 * What a build hands over to become a release.
 *
 * @param title of the dossier
 * @param base IRI that its ids are put behind
 * @param units the triples of each load unit by the local name of its graph
 * @param converted the load units whose triples are in files already, likewise
 * @param definitions where each thing was defined, by its IRI
 * @param redirects where old ids lead, as lines of a file; empty when none was given up
 * @param inputs path and SHA-256 of everything that was read
 * @param counts how many of what
 */
public record ReleaseContent(
        String title,
        String base,
        SortedMap<String, Graph> units,
        SortedMap<String, UnitLines> converted,
        Map<String, Place> definitions,
        List<String> redirects,
        SortedMap<String, String> inputs,
        Map<String, Long> counts) {

    public ReleaseContent {
        redirects = List.copyOf(redirects);
    }

    /** Of a dossier that has no imports and never gave up an id. */
    public ReleaseContent(
            String title,
            String base,
            SortedMap<String, Graph> units,
            Map<String, Place> definitions,
            SortedMap<String, String> inputs,
            Map<String, Long> counts) {
        this(title, base, units, new TreeMap<>(), definitions, List.of(), inputs, counts);
    }
}
