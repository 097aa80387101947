package org.dossier.mapping;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.dossier.table.Batch;
import org.dossier.table.Table;
import org.dossier.table.UnreadableTableException;

/**
 * Takes the batches of a table to whoever maps them, in order; with two threads the next batches are read while one is
 * mapped. A few batches go round, so that memory stays flat.
 */
final class Pipeline {

    private static final int BATCHES = 4;

    /** Maps a batch. */
    interface Stage {
        /** @return whether further batches are wanted */
        boolean take(Batch batch) throws IOException, UnreadableTableException;
    }

    private final Table table;
    private final int columns;
    private final Stage stage;

    Pipeline(Table table, int columns, Stage stage) {
        this.table = table;
        this.columns = columns;
        this.stage = stage;
    }

    void run(int threads) throws IOException, UnreadableTableException {
        if (threads > 1) {
            runOnTwoThreads();
            return;
        }
        Batch batch = new Batch(columns);
        boolean isWanted = true;
        while (isWanted && table.fill(batch)) {
            isWanted = stage.take(batch);
        }
    }

    private void runOnTwoThreads() throws IOException, UnreadableTableException {
        BlockingQueue<Batch> empty = new ArrayBlockingQueue<>(BATCHES);
        BlockingQueue<Batch> full = new ArrayBlockingQueue<>(BATCHES + 1);
        for (int at = 0; at < BATCHES; at++) {
            empty.add(new Batch(columns));
        }
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<?> reading = reader.submit(() -> read(empty, full));
            if (drain(empty, full)) {
                reading.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading", interrupted);
        } catch (ExecutionException failure) {
            rethrow(Objects.requireNonNull(failure.getCause()));
        } finally {
            stop(reader);
        }
    }

    /** An empty batch follows the last one, also when reading fails. */
    private Void read(BlockingQueue<Batch> empty, BlockingQueue<Batch> full)
            throws IOException, UnreadableTableException, InterruptedException {
        boolean isMore = true;
        try {
            while (isMore) {
                Batch batch = empty.take();
                isMore = table.fill(batch);
                if (isMore) {
                    full.put(batch);
                }
            }
            return null;
        } finally {
            full.put(new Batch(0));
        }
    }

    /** @return whether everything was read */
    private boolean drain(BlockingQueue<Batch> empty, BlockingQueue<Batch> full)
            throws IOException, UnreadableTableException, InterruptedException {
        for (Batch batch = full.take(); batch.size() > 0; batch = full.take()) {
            if (!stage.take(batch)) {
                return false;
            }
            empty.put(batch);
        }
        return true;
    }

    private static void rethrow(Throwable cause) throws IOException, UnreadableTableException {
        if (cause instanceof IOException failure) {
            throw failure;
        }
        if (cause instanceof UnreadableTableException unreadable) {
            throw unreadable;
        }
        if (cause instanceof RuntimeException mistake) {
            throw mistake;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(cause);
    }

    private static void stop(ExecutorService reader) {
        reader.shutdownNow();
        try {
            reader.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
