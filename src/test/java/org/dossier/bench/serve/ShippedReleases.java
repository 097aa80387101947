package org.dossier.bench.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.dossier.release.Release;
import org.dossier.release.ReleaseContent;
import org.dossier.release.Releases;
import org.dossier.triples.Names;

/** Releases in the shape of the shipped one: some thousand triples in several load units. */
final class ShippedReleases {

    private static final int AWARDS = 2_000;

    private ShippedReleases() {}

    /** Writes one whose content has a number, with a database where that is wanted. */
    static Release write(Path folder, int number, boolean isIndexed) {
        Releases releases = new Releases(folder, isIndexed ? 1 : Long.MAX_VALUE);
        SortedMap<String, Graph> units = new TreeMap<>();
        units.put("awards", Awards.dataset(AWARDS).getDefaultGraph());
        Graph own = Awards.dataset(1).getDefaultGraph();
        own.add(
                NodeFactory.createURI(Awards.BASE + "release"),
                Names.term("number"),
                NodeFactory.createLiteralString(Integer.toString(number)));
        units.put("facts", own);
        ReleaseContent content = content(units);
        return releases.write(content, "bench", Clock.systemUTC());
    }

    private static ReleaseContent content(SortedMap<String, Graph> units) {
        return new ReleaseContent("Bench", Awards.BASE, units, Map.of(), new TreeMap<>(), new HashMap<>());
    }

    static Path folder() {
        try {
            return Files.createTempDirectory("bench");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
