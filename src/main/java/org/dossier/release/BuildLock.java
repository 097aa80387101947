package org.dossier.release;

import java.io.IOException;
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
 * however that ends.
 */
final class BuildLock implements AutoCloseable {

    private final FileChannel channel;

    private BuildLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws SurroundingsException when another build is running, or the folder cannot be written */
    static BuildLock take(Path buildFolder) {
        Path file = buildFolder.resolve("lock");
        try {
            Files.createDirectories(buildFolder);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new SurroundingsException(
                        "another build is writing into " + buildFolder + "; wait for it to end");
            }
            return new BuildLock(channel);
        } catch (IOException failure) {
            throw new SurroundingsException("cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
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
