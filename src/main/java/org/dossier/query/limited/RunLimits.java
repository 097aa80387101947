package org.dossier.query.limited;

import java.time.Duration;

/**
 * How far one query may go.
 *
 * @param time from its start to its last row
 * @param textLength most characters of a text that an expression builds, and most of all that it joins with GROUP_CONCAT
 * @param digits most digits of a number that an expression builds
 * @param pathSteps most triples that one property path follows from one start
 */
public record RunLimits(Duration time, int textLength, int digits, long pathSteps) {

    private static final int TEXT_LENGTH = 1_000_000;
    private static final int DIGITS = 10_000;
    private static final long BYTES_OF_A_STEP = 64;

    /** The usual limits, as far as the memory of this program goes. */
    public static RunLimits within(Duration time) {
        return new RunLimits(time, TEXT_LENGTH, DIGITS, Runtime.getRuntime().maxMemory() / BYTES_OF_A_STEP);
    }
}
