package org.dossier.query;

import java.time.Duration;

/**
 * How much one query may take.
 *
 * @param time from its start to its last row
 * @param rows most rows or triples of its answer
 */
public record Limits(Duration time, int rows) {

    private static final int LOCAL_ROWS = 1_000_000;

    /** For somebody who asks on their own machine. */
    public static Limits local(Duration time) {
        return new Limits(time, LOCAL_ROWS);
    }
}
