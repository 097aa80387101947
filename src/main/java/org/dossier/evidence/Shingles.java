package org.dossier.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A text as the set of all its runs of five words, so that two texts can be compared without keeping them. */
final class Shingles {

    private static final int WORDS = 5;

    private final int[] hashes;

    private Shingles(int[] hashes) {
        this.hashes = hashes;
    }

    static Shingles of(String folded) {
        List<String> cores = TextWords.coresOf(folded);
        int[] hashes = IntStream.rangeClosed(0, cores.size() - WORDS)
                .map(start -> cores.subList(start, start + WORDS).hashCode())
                .map(Shingles::mix)
                .sorted()
                .distinct()
                .toArray();
        return new Shingles(hashes);
    }

    /** Spreads the bits, so that a part of them can stand for all. */
    private static int mix(int hash) {
        return hash * 0x9E3779B1;
    }

    /** One in four of the runs, the same ones in every text. */
    IntStream sample() {
        return Arrays.stream(hashes).filter(hash -> Integer.numberOfLeadingZeros(hash) >= 2);
    }

    /** Which share of the shorter text's runs the other one has too: 0 for none, 1 for all. */
    double shared(Shingles other) {
        int shorter = Math.min(hashes.length, other.hashes.length);
        return shorter == 0 ? 0 : (double) common(other) / shorter;
    }

    private long common(Shingles other) {
        return Arrays.stream(hashes)
                .filter(hash -> Arrays.binarySearch(other.hashes, hash) >= 0)
                .count();
    }
}
