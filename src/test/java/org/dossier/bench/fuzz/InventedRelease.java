package org.dossier.bench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.dossier.build.Build;
import org.dossier.build.Options;
import org.dossier.build.Stages;
import org.dossier.release.Release;

/** The release of a small dossier about things that do not exist. */
final class InventedRelease {

    private static final Path INVENTED = Path.of("src/test/resources/dossiers/invented");

    /** One parameter of each type, so that each reads what it is given. */
    private static final String QUESTION = """
            # Whom does a source name?
            # group: Names
            # param agency: Agency = any  -- who is named
            # param role: property = any  -- as what
            # param standing: standing = any  -- how sure it is
            # param since: date = any  -- not before
            # param most: number = 50  -- how many
            # param word: text = any  -- in its name
            SELECT ?agency ?role ?standing ?name
            WHERE {
              ?record ?role ?agency ; dossier:hasStanding ?standing .
              ?agency rdfs:label ?name .
              FILTER (!BOUND(?word) || CONTAINS(?name, ?word))
              FILTER (!BOUND(?since) || ?since != ?name)
              FILTER (?most > 0)
            }
            ORDER BY ?name
            """;

    private InventedRelease() {}

    /** Copies the dossier into a folder, and builds it there. */
    static Release in(Path folder) {
        try (Stream<Path> files = Files.walk(INVENTED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(INVENTED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            Files.createDirectories(folder.resolve("queries"));
            Files.writeString(folder.resolve("queries/whom.rq"), QUESTION);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Build.run(folder, Options.USUAL, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), "fuzz", Stages.silent())
                .release()
                .orElseThrow();
    }
}
