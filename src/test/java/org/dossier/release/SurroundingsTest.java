package org.dossier.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SurroundingsTest {

    static Arguments[] failures() {
        return new Arguments[] {
            Arguments.of(new AccessDeniedException("a/b"), "cannot write a/b: permission denied"),
            Arguments.of(new NoSuchFileException("a/b"), "cannot write a/b: there is no such file"),
            Arguments.of(
                    new FileSystemException("a/b", null, "No space left on device"),
                    "cannot write a/b: No space left on device"),
            Arguments.of(new FileAlreadyExistsException("a/b"), "cannot write a/b: the disk refuses"),
            Arguments.of(new AccessDeniedException(null), "cannot write a: permission denied"),
            Arguments.of(new IOException("File too large"), "cannot write a: File too large")
        };
    }

    @ParameterizedTest
    @MethodSource("failures")
    void namesTheFileAndWhy(IOException failure, String line) {
        assertThat(Surroundings.cannot("write", Path.of("a"), failure))
                .hasMessage(line)
                .hasCause(failure);
    }
}
