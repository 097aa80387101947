package org.dossier.serve;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.dossier.release.Release;
import org.dossier.release.ReleaseContent;
import org.dossier.release.Releases;

/** Small releases for the tests of the server. */
final class TestRelease {

    static final String TWO_TRIPLES = """
            PREFIX id: <https://example.org/id/>
            id:a id:knows id:b .
            id:b id:name "Bé" .
            """;

    private TestRelease() {}

    /** Writes a release of one load unit, and makes it current. */
    static Release write(Path buildFolder, String turtle) {
        return write(new Releases(buildFolder), turtle);
    }

    static Release write(Releases releases, String turtle) {
        Graph unit = RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
        ReleaseContent content = new ReleaseContent(
                "A <small> dossier",
                "https://example.org/id/",
                new TreeMap<>(Map.of("facts-a", unit)),
                Map.of(),
                new TreeMap<>(),
                Map.of("triples", (long) unit.size()));
        return releases.write(content, "test", Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));
    }

    /** Triples with numbers from 1 to this many. */
    static String numbers(int count) {
        StringBuilder turtle = new StringBuilder("PREFIX id: <https://example.org/id/>\n");
        for (int i = 1; i <= count; i++) {
            turtle.append("id:n" + i + " id:value " + i + " .\n");
        }
        return turtle.toString();
    }
}
