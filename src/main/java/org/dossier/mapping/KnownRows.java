package org.dossier.mapping;

import java.nio.file.Path;
import org.dossier.table.Batch;

/** Remembers the rows that were mapped, by their key and by what the mapping reads of them. */
final class KnownRows {

    /** What {@link #remember} answers for a row that is new. */
    static final long NEW = -1;

    /** What it answers for a row that says again what an earlier one said. */
    static final long SAME = 0;

    private static final int BITS_OF_ROW = 32;
    private static final long ROW = (1L << BITS_OF_ROW) - 1;

    private final int[] key;
    private final KeyTable rows;
    private final KeyTable times;

    /** @param key where the columns of the key stand in a batch; without any, the whole row is the key */
    KnownRows(int[] key, Path temporary) {
        this.key = key;
        this.rows = new KeyTable(temporary);
        this.times = new KeyTable(temporary);
    }

    /** How often the same row stood in the file before. */
    long repetition(Batch batch, int row) {
        return times.increment(batch.fingerprint(row));
    }

    /** @return {@link #NEW}, {@link #SAME}, or the number of the row that has the same key but says something else */
    long remember(Batch batch, int row) {
        long content = batch.fingerprint(row);
        long hash = key.length == 0 ? content : batch.fingerprint(row, key);
        long value = ((content >>> 1) & ~ROW) | (batch.number(row) & ROW);
        long before = rows.put(hash, value);
        if (before == KeyTable.NEW) {
            return NEW;
        }
        return (before & ~ROW) == (value & ~ROW) ? SAME : before & ROW;
    }
}
