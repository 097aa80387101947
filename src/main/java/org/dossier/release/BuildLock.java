package org.dossier.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.dossier.problem.SurroundingsException;
import org.jspecify.annotations.Nullable;

/**
 * Lets one build at a time write into a folder. The lock is the operating system's, so that it ends with its process,
 * however that ends; the number in the file only says whose it is.
 */
final class BuildLock implements AutoCloseable {

    private static final String FILE = "lock";
    private static final int LONGEST_NUMBER = 20;

    private final FileChannel channel;

    private BuildLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws SurroundingsException when another build is running, or the folder cannot be written */
    static BuildLock take(Path buildFolder) {
        Path file = buildFolder.resolve(FILE);
        try {
            Files.createDirectories(buildFolder);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String owner = owner(channel);
                channel.close();
                throw new SurroundingsException(
                        "another build" + owner + " is writing into " + buildFolder + "; wait for it to end");
            }
            sign(channel);
            return new BuildLock(channel);
        } catch (IOException failure) {
            throw Surroundings.cannot("write", file, failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer number = ByteBuffer.allocate(LONGEST_NUMBER);
        channel.read(number, 0);
        String text = UTF_8.decode(number.flip()).toString().strip();
        return text.matches("[0-9]+") ? " (process " + text + ")" : "";
    }

    private static void sign(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(UTF_8.encode(ProcessHandle.current().pid() + "\n"), 0);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new SurroundingsException("cannot release the build lock: " + failure.getMessage(), failure);
        }
    }
}
