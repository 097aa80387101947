package org.dossier.bench.serve;

import java.time.Duration;
import java.util.Arrays;

/** How long things took. Any thread may add. */
final class Percentiles {

    /** Not as objects: whoever measures the heap would find them there. */
    private long[] nanoseconds = new long[1 << 10];

    private int count;
    private int failures;

    synchronized void add(Duration took) {
        if (count == nanoseconds.length) {
            nanoseconds = Arrays.copyOf(nanoseconds, 2 * count);
        }
        nanoseconds[count++] = took.toNanos();
    }

    synchronized void fail() {
        failures++;
    }

    synchronized int failures() {
        return failures;
    }

    synchronized int count() {
        return count;
    }

    /** @param percent such as 99 */
    synchronized Duration at(int percent) {
        if (count == 0) {
            return Duration.ZERO;
        }
        long[] sorted = Arrays.copyOf(nanoseconds, count);
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[(int) ((count - 1) * (long) percent / 100)]);
    }

    @Override
    public String toString() {
        return count() + " times, p50 " + at(50).toMillis() + " ms, p99 " + at(99).toMillis() + " ms, longest "
                + at(100).toMillis() + " ms, failed " + failures();
    }
}
