package org.dossier.mapping;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts what the triples of accepted rows say: different things by class, negative and zero amounts by property. What a
 * row adds waits until the row is accepted.
 */
final class Tally {

    /** Takes what is worth counting in one kind of triple. */
    interface Counter {
        void count(long what);
    }

    /** Different things of a class, each by a 64-bit hash of its IRI. */
    private static final class Things implements Counter {
        private final KeyTable known;

        Things(Path folder) {
            known = new KeyTable(folder);
        }

        @Override
        public void count(long hash) {
            known.put(hash, 0);
        }
    }

    /** Things of a class of which every row has a new one. */
    private static final class Rows implements Counter {
        private long count;

        @Override
        public void count(long hash) {
            count++;
        }
    }

    /** Amounts, by their sign. */
    private static final class Amounts implements Counter {
        private long negative;
        private long zero;

        @Override
        public void count(long sign) {
            negative += sign < 0 ? 1 : 0;
            zero += sign == 0 ? 1 : 0;
        }
    }

    private final Path folder;
    private final SortedMap<String, Counter> classes = new TreeMap<>();
    private final SortedMap<String, Amounts> amounts = new TreeMap<>();
    private Counter[] waiting = new Counter[16];
    private long[] values = new long[16];
    private int count;
    private long said;
    private long waitingTriples;
    private long triples;

    /** @param folder where temporary files may be put */
    Tally(Path folder) {
        this.folder = folder;
    }

    /** @param isOfRow whether every row has a thing of this class that no other row has */
    Counter things(String className, boolean isOfRow) {
        return classes.computeIfAbsent(className, unseen -> isOfRow ? new Rows() : new Things(folder));
    }

    Counter amounts(String property) {
        return amounts.computeIfAbsent(property, unseen -> new Amounts());
    }

    /** The row says a triple, be it one that was written before. */
    void said() {
        said++;
    }

    void written() {
        waitingTriples++;
    }

    void note(Counter counter, long value) {
        if (count == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        waiting[count] = counter;
        values[count++] = value;
    }

    /** Whether the row says anything so far. */
    boolean isSilent() {
        return said == 0;
    }

    /** The row counts. */
    void accept() {
        for (int at = 0; at < count; at++) {
            waiting[at].count(values[at]);
        }
        triples += waitingTriples;
        forget();
    }

    /** The row does not count. */
    void forget() {
        count = 0;
        said = 0;
        waitingTriples = 0;
    }

    long triples() {
        return triples;
    }

    SortedMap<String, Long> thingsByClass() {
        SortedMap<String, Long> counts = new TreeMap<>();
        classes.forEach((name, counter) ->
                counts.put(name, counter instanceof Rows rows ? rows.count : ((Things) counter).known.size()));
        return counts;
    }

    SortedMap<String, Balance.Signs> signs() {
        SortedMap<String, Balance.Signs> signs = new TreeMap<>();
        amounts.forEach((name, found) -> signs.put(name, new Balance.Signs(found.negative, found.zero)));
        return signs;
    }
}
