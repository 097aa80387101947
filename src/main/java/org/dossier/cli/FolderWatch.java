package org.dossier.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.dossier.problem.SurroundingsException;

/** Waits for changes in a dossier's folder. */
final class FolderWatch {

    /** What the program itself writes, and what is no part of a dossier. */
    private static final Set<String> NOT_WATCHED = Set.of("build", "target", ".git");

    private static final WatchEvent.Kind<?>[] CHANGES = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE, StandardWatchEventKinds.ENTRY_MODIFY
    };

    private FolderWatch() {}

    /** Runs the action after each change, until the thread is interrupted or the program ends. */
    static void whenever(Path folder, Runnable action) {
        try (WatchService service = folder.getFileSystem().newWatchService()) {
            while (!Thread.currentThread().isInterrupted()) {
                register(folder, service);
                await(service);
                action.run();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new SurroundingsException("cannot watch " + folder + ": " + failure.getMessage(), failure);
        }
    }

    /** An editor writes in several steps; the check waits until it has been quiet for a moment. */
    private static void await(WatchService service) throws InterruptedException {
        WatchKey key = service.take();
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = service.poll(200, TimeUnit.MILLISECONDS);
        }
    }

    private static void register(Path folder, WatchService service) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Path name = directory.getFileName();
                if (name != null && NOT_WATCHED.contains(name.toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                directory.register(service, CHANGES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
