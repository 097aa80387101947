package org.dossier.bench.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long things took. Any thread may add. */
final class Percentiles {

    private final List<Long> nanoseconds = Collections.synchronizedList(new ArrayList<>());
    private int failures;

    void add(Duration took) {
        nanoseconds.add(took.toNanos());
    }

    synchronized void fail() {
        failures++;
    }

    synchronized int failures() {
        return failures;
    }

    int count() {
        return nanoseconds.size();
    }

    /** @param percent such as 99 */
    Duration at(int percent) {
        List<Long> sorted = new ArrayList<>(nanoseconds);
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        Collections.sort(sorted);
        return Duration.ofNanos(sorted.get((sorted.size() - 1) * percent / 100));
    }

    @Override
    public String toString() {
        return count() + " times, p50 " + at(50).toMillis() + " ms, p99 " + at(99).toMillis() + " ms, longest "
                + at(100).toMillis() + " ms, failed " + failures();
    }
}
