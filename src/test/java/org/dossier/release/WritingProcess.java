package org.dossier.release;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.dossier.problem.SurroundingsException;

/** A build in a process of its own, so that a test can kill it, or keep it from writing large files. */
final class WritingProcess {

    private static final int SURROUNDINGS = 3;

    private WritingProcess() {}

    /** Writes one release after another, or holds the lock, or writes one release; a line says when it begins. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        try {
            switch (arguments[0]) {
                case "on-and-on" -> onAndOn(folder, System.out);
                case "hold" -> hold(folder, System.out);
                default -> write(folder, Integer.parseInt(arguments[0]));
            }
        } catch (SurroundingsException failure) {
            System.err.println(failure.getMessage());
            System.exit(SURROUNDINGS);
        }
    }

    private static void onAndOn(Path folder, PrintStream out) {
        out.println("begun");
        for (int number = 1; ; number++) {
            write(folder, number);
            new Releases(folder, 1).keep(2);
        }
    }

    private static void hold(Path folder, PrintStream out) {
        try (BuildLock lock = BuildLock.take(folder)) {
            out.println("begun");
            Thread.sleep(60_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static Release write(Path folder, int number) {
        StringBuilder turtle = new StringBuilder("PREFIX id: <https://example.org/id/>\n");
        for (int i = 0; i < 300; i++) {
            turtle.append("id:n" + i + " id:value " + number + " .\n");
        }
        Graph unit = RDFParser.fromString(turtle.toString(), Lang.TURTLE).toGraph();
        ReleaseContent content = new ReleaseContent(
                "Invented",
                "https://example.org/id/",
                new TreeMap<>(Map.of("facts-a", unit)),
                Map.of(),
                new TreeMap<>(),
                Map.of());
        // With a database, so that there is something to interrupt.
        return new Releases(folder, number % 2 == 0 ? 1 : Long.MAX_VALUE)
                .write(content, "test", Clock.fixed(Instant.EPOCH.plusSeconds(number), ZoneOffset.UTC));
    }

    /** @param kibibytes that no file may exceed, by order of the system; 0 sets no limit */
    static Process start(Path folder, String what, int kibibytes) throws IOException {
        String limit = kibibytes == 0 ? "" : "ulimit -f " + 2 * kibibytes + "; ";
        return new ProcessBuilder(List.of(
                        "/bin/sh",
                        "-c",
                        limit + "exec \"$@\"",
                        "sh",
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingProcess.class.getName(),
                        what,
                        folder.toString()))
                .start();
    }
}
