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

    private InventedRelease() {}

    /** Copies the dossier into a folder, and builds it there. */
    static Release in(Path folder) {
        try (Stream<Path> files = Files.walk(INVENTED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(INVENTED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Build.run(folder, Options.USUAL, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), "fuzz", Stages.silent())
                .release()
                .orElseThrow();
    }
}
