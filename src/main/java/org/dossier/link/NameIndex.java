package org.dossier.link;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;

/** Finds the names that share most with a name, by the keys that few have. */
final class NameIndex {

    /** A key of more names than this tells nothing, and reading them all costs time. */
    private static final int COMMONEST = 3_000;

    /** Three letters tell less than a word. */
    private static final double RUN_OF_LETTERS = 0.6;

    private final int size;
    private final Map<String, int[]> namesByKey;
    private final Map<String, Double> weights;
    private final double[] lengths;

    NameIndex(List<FoldedName> names) {
        this.size = names.size();
        List<Collection<String>> keys =
                names.parallelStream().<Collection<String>>map(Keys::of).toList();
        this.namesByKey = byKey(keys);
        this.weights = namesByKey.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> weight(entry.getKey(), entry.getValue().length)));
        this.lengths = keys.stream().mapToDouble(this::length).toArray();
    }

    private static Map<String, int[]> byKey(List<Collection<String>> keys) {
        Map<String, Positions> lists = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            for (String key : keys.get(i)) {
                lists.computeIfAbsent(key, unknown -> new Positions()).add(i);
            }
        }
        Map<String, int[]> arrays = new HashMap<>(2 * lists.size());
        lists.forEach((key, list) -> arrays.put(key, list.toArray()));
        return arrays;
    }

    /** Grows without a box for each number, of which there are half a million. */
    private static final class Positions {
        private int[] positions = new int[2];
        private int size;

        void add(int position) {
            if (size == positions.length) {
                positions = Arrays.copyOf(positions, 2 * size);
            }
            positions[size++] = position;
        }

        int[] toArray() {
            return Arrays.copyOf(positions, size);
        }
    }

    private double weight(String key, int count) {
        double rarity = StrictMath.log((size + 1.0) / count);
        return Keys.isOfLetters(key) ? RUN_OF_LETTERS * rarity : rarity;
    }

    private double length(Collection<String> keys) {
        double sum = 0;
        for (String key : keys) {
            double weight = Keys.isRepeating(key) ? 0 : weights.getOrDefault(key, 0.0);
            sum += weight * weight;
        }
        return Math.sqrt(sum);
    }

    /** Positions of the names that share most, best first; ties in order of position. */
    List<Integer> nearest(FoldedName wanted, int most) {
        double[] shared = new double[size];
        for (String key : Keys.sought(wanted)) {
            int[] names = namesByKey.getOrDefault(key, new int[0]);
            if (names.length <= COMMONEST) {
                double weight = weights.getOrDefault(key, 0.0);
                for (int name : names) {
                    shared[name] += weight * weight;
                }
            }
        }
        return best(shared, most);
    }

    private List<Integer> best(double[] shared, int most) {
        PriorityQueue<Near> best = new PriorityQueue<>(Near.BEST_FIRST.reversed());
        double least = 0;
        for (int name = 0; name < size; name++) {
            double likeness = shared[name] > 0 ? shared[name] / lengths[name] : 0;
            // Of equals the first stays, so that most names are passed over by this one comparison.
            if (likeness > least) {
                best.add(new Near(name, likeness));
                if (best.size() > most) {
                    best.poll();
                }
                least = best.size() < most ? 0 : best.element().likeness();
            }
        }
        return best.stream().sorted(Near.BEST_FIRST).map(Near::name).toList();
    }

    private record Near(int name, double likeness) {

        private static final Comparator<Near> BEST_FIRST =
                Comparator.comparingDouble(Near::likeness).reversed().thenComparingInt(Near::name);
    }
}
