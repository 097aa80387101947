package org.dossier.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.dossier.release.Manifest.DataFile;

/** SHA-256 of files and of releases. */
final class Digests {

    private static final int ID_DIGITS = 32;

    private Digests() {}

    static String ofFile(Path file) throws IOException {
        try (DigestInputStream bytes = reading(file)) {
            return ofAll(bytes);
        }
    }

    /** The bytes of a file, for {@link #ofAll} when somebody has read what they want of them. */
    static DigestInputStream reading(Path file) throws IOException {
        return new DigestInputStream(Files.newInputStream(file), sha256());
    }

    /** SHA-256 of a file that was opened with {@link #reading}; it is read to its end. */
    static String ofAll(DigestInputStream bytes) throws IOException {
        bytes.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
    }

    static String releaseId(Iterable<DataFile> files) {
        MessageDigest digest = sha256();
        for (DataFile file : files) {
            digest.update((file.name() + " " + file.sha256() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, ID_DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java has SHA-256", missing);
        }
    }
}
