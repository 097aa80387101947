package org.dossier.link;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Labelled pairs with their scores, the highest first.
 *
 * <p>F1 counts a pair as found when its value reaches the threshold and its answer is that both are one.
 */
record Measured(List<Scored> pairs) {

    /** Standard deviations above which one in ten samples lies. */
    private static final double NINE_IN_TEN = 1.2816;

    /** A pair and its value; 0 where the answer is that they are two. */
    record Scored(LabelledPair pair, double value) {}

    static Measured of(Scorer scorer, List<LabelledPair> pairs) {
        return new Measured(pairs.stream()
                .map(pair -> new Scored(pair, value(scorer.compare(pair.left(), pair.right()))))
                .sorted(Comparator.comparingDouble(Scored::value).reversed())
                .toList());
    }

    private static double value(Score score) {
        return switch (score.answer()) {
            case SAME, RENAMED, OTHER -> score.value();
            case PARENT, SUBSIDIARY, RESELLER -> Math.min(score.value(), 0.01);
        };
    }

    long positives() {
        return pairs.stream().filter(scored -> scored.pair().isOne()).count();
    }

    private long found(double threshold, boolean isOne) {
        return pairs.stream()
                .filter(scored -> scored.value() >= threshold && scored.pair().isOne() == isOne)
                .count();
    }

    double precision(double threshold) {
        long found = found(threshold, true) + found(threshold, false);
        return found == 0 ? 1 : (double) found(threshold, true) / found;
    }

    double recall(double threshold) {
        return (double) found(threshold, true) / positives();
    }

    double f1(double threshold) {
        double found = found(threshold, true) + found(threshold, false);
        return 2 * found(threshold, true) / (found + positives());
    }

    /** The threshold with the highest F1. */
    double bestThreshold() {
        return thresholds()
                .boxed()
                .max(Comparator.comparingDouble(this::f1).thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /**
     * The lowest threshold above which 95 in a hundred found pairs are right, even at the lower end of what these pairs
     * leave open: Wilson's bound, which nine in ten samples keep. A bare share of 95 would be kept by half of them.
     */
    double surestThreshold() {
        return thresholds()
                .filter(threshold -> leastPrecision(threshold) >= 0.95)
                .min()
                .orElseThrow();
    }

    private double leastPrecision(double threshold) {
        double found = found(threshold, true) + found(threshold, false);
        double share = precision(threshold);
        double square = NINE_IN_TEN * NINE_IN_TEN;
        double spread = Math.sqrt(share * (1 - share) / found + square / (4 * found * found));
        return (share + square / (2 * found) - NINE_IN_TEN * spread) / (1 + square / found);
    }

    /** The highest recall at which so great a share is right, had the threshold been chosen on these very pairs. */
    double recallAtPrecision(double least) {
        return thresholds()
                .filter(threshold -> precision(threshold) >= least)
                .map(this::recall)
                .max()
                .orElse(0);
    }

    private DoubleStream thresholds() {
        return pairs.stream().mapToDouble(Scored::value);
    }

    double highestWrong() {
        return pairs.stream()
                .filter(scored -> !scored.pair().isOne())
                .mapToDouble(Scored::value)
                .max()
                .orElse(0);
    }

    /** Those on the wrong side of a threshold. */
    List<Scored> mistakes(double threshold) {
        return pairs.stream()
                .filter(scored -> scored.value() >= threshold != scored.pair().isOne())
                .toList();
    }
}
