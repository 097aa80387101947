package org.dossier.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A text as the set of all its runs of five words, so that two texts can be compared without keeping them. */
final class Shingles {

    private static final int WORDS = 5;

    private final int[] hashes;

    private Shingles(int[] hashes) {
        this.hashes = hashes;
    }

    static Shingles of(String folded) {
        List<String> cores = Stream.of(folded.split(" "))
                .map(TextWords::core)
                .filter(core -> !core.isEmpty())
                .toList();
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
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }

    /** One in four of the runs, the same ones in every text. */
    IntStream sample() {
        return Arrays.stream(hashes).filter(hash -> (hash & 3) == 0);
    }

    /** Which share of the shorter text's runs the other one has too: 0 for none, 1 for all. */
    double shared(Shingles other) {
        int shorter = Math.min(hashes.length, other.hashes.length);
        return shorter == 0 ? 0 : (double) common(other) / shorter;
    }

    private int common(Shingles other) {
        int common = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < hashes.length && theirs < other.hashes.length) {
            int order = Integer.compare(hashes[mine], other.hashes[theirs]);
            common += order == 0 ? 1 : 0;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        return common;
    }
}
