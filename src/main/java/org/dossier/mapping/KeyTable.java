package org.dossier.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Remembers a number for each of many keys, which are 64-bit hashes. It takes 24 to 48 bytes a key; the first million
 * lie in the heap, and when there are more, all of them in a temporary file that is mapped into memory, so that the heap
 * stays bounded.
 */
final class KeyTable implements AutoCloseable {

    /** What {@link #put} answers when the key is new. */
    static final long NEW = -1;

    private static final int FIRST_SLOTS = 1 << 10;
    private static final int MOST_SLOTS_IN_HEAP = 1 << 21;

    /** A mapped buffer has less than 2 GB; longs of a slot lie together. */
    private static final int SLOTS_IN_BUFFER = 1 << 26;

    private static final int LONGS_IN_SLOT = 2;

    private final Path folder;
    private LongBuffer[] buffers;
    private long slots;
    private long size;

    /** @param folder where a temporary file may be put */
    KeyTable(Path folder) {
        this.folder = folder;
        this.slots = FIRST_SLOTS;
        this.buffers = new LongBuffer[] {LongBuffer.allocate(FIRST_SLOTS * LONGS_IN_SLOT)};
    }

    long size() {
        return size;
    }

    /**
     * Remembers a number for a key, unless one is remembered already.
     *
     * @param value 0 or more
     * @return the number remembered before, or {@link #NEW}
     */
    long put(long hash, long value) {
        long key = hash == 0 ? 1 : hash;
        long slot = find(key);
        if (keyAt(slot) == key) {
            return valueAt(slot);
        }
        set(slot, key, value);
        size++;
        if (size > slots / 3 * 2) {
            grow();
        }
        return NEW;
    }

    /** Adds one to the number of a key, which begins at 0, and answers what it was before. */
    long increment(long hash) {
        long before = put(hash, 1);
        if (before == NEW) {
            return 0;
        }
        long key = hash == 0 ? 1 : hash;
        set(find(key), key, before + 1);
        return before;
    }

    /** The slot of a key, or the free one where it belongs. */
    private long find(long key) {
        long slot = (key >>> 1) & (slots - 1);
        while (keyAt(slot) != 0 && keyAt(slot) != key) {
            slot = (slot + 1) & (slots - 1);
        }
        return slot;
    }

    private long keyAt(long slot) {
        return buffer(slot).get(index(slot));
    }

    private long valueAt(long slot) {
        return buffer(slot).get(index(slot) + 1);
    }

    private void set(long slot, long key, long value) {
        buffer(slot).put(index(slot), key);
        buffer(slot).put(index(slot) + 1, value);
    }

    private LongBuffer buffer(long slot) {
        return buffers[(int) (slot / SLOTS_IN_BUFFER)];
    }

    private static int index(long slot) {
        return (int) (slot % SLOTS_IN_BUFFER) * LONGS_IN_SLOT;
    }

    private void grow() {
        LongBuffer[] old = buffers;
        slots *= 2;
        buffers = slots > MOST_SLOTS_IN_HEAP
                ? mapped(slots)
                : new LongBuffer[] {LongBuffer.allocate((int) slots * LONGS_IN_SLOT)};
        for (LongBuffer buffer : old) {
            for (int at = 0; at < buffer.capacity(); at += LONGS_IN_SLOT) {
                long key = buffer.get(at);
                if (key != 0) {
                    set(find(key), key, buffer.get(at + 1));
                }
            }
        }
    }

    /** The file loses its name at once, and its room on disk when nothing refers to the buffers any more. */
    private LongBuffer[] mapped(long count) {
        try {
            Path file = Files.createTempFile(folder, "keys", ".tmp");
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
                int parts = Math.toIntExact((count + SLOTS_IN_BUFFER - 1) / SLOTS_IN_BUFFER);
                LongBuffer[] mapped = new LongBuffer[parts];
                long bytes = Math.min(count, SLOTS_IN_BUFFER) * LONGS_IN_SLOT * Long.BYTES;
                for (int part = 0; part < parts; part++) {
                    ByteBuffer buffer = channel.map(FileChannel.MapMode.READ_WRITE, part * bytes, bytes);
                    mapped[part] = buffer.order(ByteOrder.nativeOrder()).asLongBuffer();
                }
                return mapped;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write in " + folder, failure);
        }
    }

    @Override
    public void close() {
        buffers = new LongBuffer[0];
    }
}
