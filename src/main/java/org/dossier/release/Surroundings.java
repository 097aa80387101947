package org.dossier.release;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.dossier.problem.SurroundingsException;

/** Says in one line what the disk would not do. */
final class Surroundings {

    private Surroundings() {}

    /** @param file that is meant; the failure may name one closer to the trouble, which is then named instead */
    static SurroundingsException cannot(String what, Path file, IOException failure) {
        String named = failure instanceof FileSystemException inFile && inFile.getFile() != null
                ? inFile.getFile()
                : file.toString();
        return new SurroundingsException("cannot " + what + " " + named + ": " + reason(failure), failure);
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return failure instanceof FileSystemException inFile
                ? Objects.requireNonNullElse(inFile.getReason(), "the disk refuses")
                : String.valueOf(failure.getMessage());
    }
}
