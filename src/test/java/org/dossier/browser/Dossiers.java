package org.dossier.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.dossier.author.NewDossier;
import org.dossier.build.Build;
import org.dossier.build.Options;
import org.dossier.build.Stages;
import org.dossier.problem.Problems;
import org.dossier.release.Release;
import org.dossier.release.ReleaseContent;
import org.dossier.release.Releases;
import org.dossier.triples.Ontology;

/** The dossiers that pages are tried with, each built in a folder of its own. */
public final class Dossiers {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final List<String> SHIPPED =
            List.of("dossier.yaml", "facts", "links", "ontology", "queries", "imports");

    private static Built shipped;

    private Dossiers() {}

    /** The harbour that {@code dossier new} begins with. */
    static Release invented(Path folder) {
        NewDossier.write(folder);
        return build(folder);
    }

    /** A folder with a dossier in it, and its release. */
    public record Built(Path folder, Release release) {}

    /** The dossier of this repository, built once for all tests. */
    public static synchronized Built shipped() throws IOException {
        if (shipped == null) {
            Path folder = Files.createTempDirectory(Path.of("target"), "shipped-");
            for (String part : SHIPPED) {
                copy(Path.of(part), folder.resolve(part));
            }
            shipped = new Built(folder, build(folder));
        }
        return shipped;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static Release build(Path folder) {
        return Build.run(folder, Options.USUAL, CLOCK, "test", Stages.silent())
                .release()
                .orElseThrow();
    }

    /** A dossier whose triples are these, however odd, beside the ontology of the program. */
    static Release of(Path folder, String title, String turtle) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("dossier.yaml"), "title: An odd dossier\nbase: https://example.org/id/\n");
        TreeMap<String, Graph> units = new TreeMap<>(
                Map.of("facts-odd", RDFParser.fromString(turtle, Lang.TURTLE).toGraph()));
        Ontology.of(folder, new Problems()).terms().forEach((name, graph) -> units.put("ontology-" + name, graph));
        ReleaseContent content =
                new ReleaseContent(title, "https://example.org/id/", units, Map.of(), new TreeMap<>(), Map.of());
        return new Releases(folder.resolve("build")).write(content, "test", CLOCK);
    }
}
