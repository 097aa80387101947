package org.dossier.bench.fuzz;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Feeds a target, and notes what it did that it should not have done. */
final class Fuzz {

    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final int MOST_FINDS = 20;
    private static final int MOST_TRIES = 2_000;

    /** @param reason what went wrong */
    record Find(String reason, byte[] input) {}

    private Fuzz() {}

    /** Feeds what is kept, and then so many inputs that are made up. */
    static List<Find> run(Targets target, Path folder, int count, long seed) {
        List<Find> finds = new ArrayList<>();
        try (Target opened = target.open(folder)) {
            List<byte[]> seeds = new ArrayList<>(target.corpus());
            seeds.addAll(opened.seeds());
            seeds.forEach(input -> feed(opened, input, finds));
            Mutator inputs = new Mutator(seeds, seed);
            for (int i = 0; i < count && finds.size() < MOST_FINDS; i++) {
                feed(opened, inputs.next(), finds);
            }
        }
        return finds;
    }

    private static void feed(Target target, byte[] input, List<Find> finds) {
        complaint(target, input).ifPresent(reason -> finds.add(new Find(reason, shrunk(target, input, reason))));
    }

    /** What the target did wrong with an input. */
    private static Optional<String> complaint(Target target, byte[] input) {
        long start = System.nanoTime();
        try {
            target.take(input);
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
    private static byte[] shrunk(Target target, byte[] input, String reason) {
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
