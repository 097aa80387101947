package org.dossier.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Does what most command lines do, over a dossier of one fact, so that the launcher can note which classes that takes. With
 * them in an archive the program starts in half the time.
 */
final class Warmup {

    private static final String FACTS = """
            source: example
            title: An example
            has kind: news-article
            entities:
              - agency: office
                label: Office
              - technology: archive
                label: Archive
            facts:
              Beginning:
                - claim: office uses archive
                  quote: the office has an archive
            """;

    private static final String QUESTION =
            "# What is used?\nSELECT ?agency ?technology { ?agency dossier:uses ?technology } ORDER BY ?agency\n";

    private Warmup() {}

    public static void main(String[] none) throws IOException {
        Path dossier = Files.createTempDirectory("dossier-warmup-");
        try {
            write(dossier.resolve("dossier.yaml"), "title: Example\n");
            write(dossier.resolve("facts/example.yaml"), FACTS);
            write(dossier.resolve("queries/used.rq"), QUESTION);
            for (String command : new String[] {"build", "query", "query used", "why office"}) {
                run(dossier, command);
            }
        } finally {
            remove(dossier);
        }
    }

    private static void run(Path dossier, String command) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Main.run(nowhere, nowhere, ("-C " + dossier + " " + command).split(" "));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
