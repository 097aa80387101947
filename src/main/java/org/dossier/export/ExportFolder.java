package org.dossier.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dossier.problem.SurroundingsException;

/** Writes files that are whole or not there: each beside its place, then all renamed, the checksums last. */
final class ExportFolder {

    private static final String SUMS = "SHA256SUMS";

    private final Path folder;
    private final SortedMap<String, Content> contents = new TreeMap<>();

    ExportFolder(Path folder) {
        this.folder = folder;
    }

    /** What a file holds. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void add(String name, Content content) {
        contents.put(name, content);
    }

    List<Path> write() {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw cannot(folder, failure);
        }
        try {
            StringBuilder sums = new StringBuilder();
            for (Map.Entry<String, Content> file : contents.entrySet()) {
                sums.append(writeBeside(file.getKey(), file.getValue()) + "  " + file.getKey() + "\n");
            }
            writeBeside(SUMS, out -> out.write(sums.toString().getBytes(UTF_8)));
            contents.keySet().forEach(this::rename);
            rename(SUMS);
            return contents.keySet().stream().map(folder::resolve).toList();
        } finally {
            contents.keySet().forEach(this::removeUnfinished);
            removeUnfinished(SUMS);
        }
    }

    private Path beside(String name) {
        return folder.resolve(
                "." + name + ".unfinished-" + ProcessHandle.current().pid());
    }

    /** @return SHA-256 of the content, in hexadecimal */
    private String writeBeside(String name, Content content) {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(
                        beside(name),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out =
                        new BufferedOutputStream(new DigestOutputStream(Channels.newOutputStream(channel), digest))) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failure) {
            throw cannot(folder.resolve(name), failure);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java has SHA-256", missing);
        }
    }

    private void rename(String name) {
        try {
            Files.move(
                    beside(name),
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw cannot(folder.resolve(name), failure);
        }
    }

    private void removeUnfinished(String name) {
        try {
            Files.deleteIfExists(beside(name));
        } catch (IOException failure) {
            throw cannot(beside(name), failure);
        }
    }

    private static SurroundingsException cannot(Path file, IOException failure) {
        return new SurroundingsException("cannot write " + file + ": " + reason(failure), failure);
    }

    /** Some failures of the file system have nothing but the file's name for a message. */
    private static String reason(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
