package org.dossier.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.dossier.evidence.QuoteLock;
import org.dossier.problem.SurroundingsException;

/** Keeps {@code facts/quotes.lock} as the last build found it. */
final class LockFile {

    private LockFile() {}

    /** Writes the lock whole or not at all; a lock that says the same already is not touched. */
    static void write(Path dossier, QuoteLock lock) {
        Path file = dossier.resolve(QuoteLock.PATH);
        byte[] text = lock.text().getBytes(StandardCharsets.UTF_8);
        try {
            if (!Files.isDirectory(dossier.resolve("facts")) || isSame(file, text)) {
                return;
            }
            Path next = file.resolveSibling("quotes.lock.next");
            Files.write(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new SurroundingsException("cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }

    private static boolean isSame(Path file, byte[] text) throws IOException {
        return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), text);
    }
}
