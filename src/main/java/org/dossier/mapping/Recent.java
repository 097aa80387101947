package org.dossier.mapping;

import java.util.Arrays;

/**
 * Remembers what was written of late, so that an agency, a firm or a contract that row after row speaks of is not
 * described again each time: half of the triples of an award file, which every store would have to drop. A fixed number
 * of 64-bit hashes; when two share a place, the later one stays, and a description more is written.
 */
final class Recent {

    private static final int PLACES = 1 << 15;

    private final long[] hashes = new long[PLACES];
    private long[] waiting = new long[64];
    private int count;

    /** Whether this was written. */
    boolean holds(long hash) {
        return hashes[place(hash)] == hash;
    }

    /** Remembers what is written, once the row is accepted. */
    void add(long hash) {
        if (count == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * count);
        }
        waiting[count++] = hash;
    }

    /** @param isKept whether what was added of late stays */
    void settle(boolean isKept) {
        for (int at = 0; at < count && isKept; at++) {
            hashes[place(waiting[at])] = waiting[at];
        }
        count = 0;
    }

    private static int place(long hash) {
        return (int) (hash >>> 40) & (PLACES - 1);
    }
}
