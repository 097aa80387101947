package org.dossier.bench.fuzz;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Feeds a target, and notes what it did that it should not have done. */
final class Fuzz {

    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final int MOST_FINDS = 20;
    private static final int MOST_TRIES = 2_000;

    /** @param reason what went wrong */
    record Find(String reason, byte[] input) {}

    /**
     * What a run showed.
     *
     * @param inputs how many were fed
     * @param outcomes how often each came of them
     */
    record Result(int inputs, Map<String, Integer> outcomes, List<Find> finds) {}

    private final List<Find> finds = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int fed;

    private Fuzz() {}

    /** Feeds what is kept, and then so many inputs that are made up. */
    static Result run(Targets target, Path folder, int count, long seed) {
        return new Fuzz().feedAll(target, folder, count, seed);
    }

    private Result feedAll(Targets target, Path folder, int count, long seed) {
        try (Target opened = target.open(folder)) {
            List<byte[]> seeds = new ArrayList<>(target.corpus());
            seeds.addAll(opened.seeds());
            seeds.forEach(input -> feed(opened, input));
            Mutator inputs = new Mutator(seeds, seed);
            List<Thread> feeders = Stream.generate(() -> new Thread(() -> feedOn(opened, inputs, count)))
                    .limit(opened.atOnce())
                    .toList();
            feeders.forEach(Thread::start);
            feeders.forEach(Fuzz::join);
        }
        return new Result(fed, outcomes, finds);
    }

    private static void join(Thread feeder) {
        try {
            feeder.join();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private void feedOn(Target target, Mutator inputs, int count) {
        for (Optional<byte[]> input = next(inputs, count); input.isPresent(); input = next(inputs, count)) {
            feed(target, input.get());
        }
    }

    private synchronized Optional<byte[]> next(Mutator inputs, int count) {
        if (fed == count || finds.size() >= MOST_FINDS) {
            return Optional.empty();
        }
        fed++;
        return Optional.of(inputs.next());
    }

    private void feed(Target target, byte[] input) {
        complaint(target, input).ifPresent(reason -> keep(new Find(reason, shrunk(target, input, reason))));
    }

    private synchronized void keep(Find find) {
        finds.add(find);
    }

    private synchronized void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    /** What the target did wrong with an input. */
    private Optional<String> complaint(Target target, byte[] input) {
        long start = System.nanoTime();
        try {
            count(target.take(input));
        } catch (Exception | Error odd) {
            return Optional.of(reason(odd));
        }
        return System.nanoTime() - start > SLOW.toNanos()
                ? Optional.of("it takes more than " + SLOW.toSeconds() + " s")
                : Optional.empty();
    }

    private static String reason(Throwable odd) {
        return odd
                + Stream.of(odd.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("org.dossier"))
                        .findFirst()
                        .map(frame -> " at " + frame)
                        .orElse("");
    }

    /** A shorter input that goes wrong in the same way: parts are left out, ever smaller ones, for as long as it does. */
    private byte[] shrunk(Target target, byte[] input, String reason) {
        byte[] least = input;
        int tries = 0;
        for (int part = input.length / 2; part > 0; part /= 2) {
            for (int from = 0; from < least.length && tries < MOST_TRIES; from += part) {
                byte[] shorter = without(least, from, Math.min(part, least.length - from));
                tries++;
                if (complaint(target, shorter)
                        .filter(now -> isAlike(now, reason))
                        .isPresent()) {
                    least = shorter;
                    from -= part;
                }
            }
        }
        return least;
    }

    /** The same failure at the same place; its words may speak of other numbers. */
    private static boolean isAlike(String reason, String other) {
        return reason.replaceAll("[0-9]+|'[^']*'", "").equals(other.replaceAll("[0-9]+|'[^']*'", ""));
    }

    private static byte[] without(byte[] input, int from, int count) {
        byte[] shorter = new byte[input.length - count];
        System.arraycopy(input, 0, shorter, 0, from);
        System.arraycopy(input, from + count, shorter, from, input.length - from - count);
        return shorter;
    }
}
