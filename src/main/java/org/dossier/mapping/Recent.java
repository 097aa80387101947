package org.dossier.mapping;

import java.util.Arrays;

/**
 * Remembers what was written of late, so that an agency, a firm or a contract that row after row speaks of is not
 * described again each time: half of the triples of an award file, which every store would have to drop. A fixed number
 * of 64-bit hashes; when two share a place, the later one stays, and a triple more is written.
 */
final class Recent {

    private static final int PLACES = 1 << 17;

    private final long[] hashes = new long[PLACES];
    private long[] waiting = new long[64];
    private int count;

    /** Whether this was written; if not, it is remembered once the row is accepted. */
    boolean holds(long hash) {
        if (hashes[place(hash)] == hash) {
            return true;
        }
        if (count == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * count);
        }
        waiting[count++] = hash;
        return false;
    }

    void accept() {
        for (int at = 0; at < count; at++) {
            hashes[place(waiting[at])] = waiting[at];
        }
        count = 0;
    }

    void forget() {
        count = 0;
    }

    private static int place(long hash) {
        return (int) (hash >>> 40) & (PLACES - 1);
    }
}
