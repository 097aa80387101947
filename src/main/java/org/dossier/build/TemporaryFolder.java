package org.dossier.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dossier.problem.SurroundingsException;

/** A folder that is gone when its user is done with it. Its name says which process that is. */
record TemporaryFolder(Path path) implements AutoCloseable {

    static TemporaryFolder create() {
        try {
            return new TemporaryFolder(Files.createTempDirectory(
                    "dossier-" + ProcessHandle.current().pid() + "-"));
        } catch (IOException failure) {
            throw new SurroundingsException("cannot write a temporary folder: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new SurroundingsException("cannot remove " + path + ": " + failure.getMessage(), failure);
        }
    }
}
