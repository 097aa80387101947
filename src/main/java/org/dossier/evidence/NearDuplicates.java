package org.dossier.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dossier.claim.Detail;
import org.dossier.claim.EntityId;
import org.dossier.claim.Source;
import org.dossier.claim.Value;
import org.dossier.problem.Problems;

/**
 * Finds sources whose texts are one: the same article twice, or a press release that is repeated. Two such sources bear
 * nothing out that one of them does not.
 */
public final class NearDuplicates {

    /** Texts that share less say the same in other words, or quote the same speaker. */
    static final double REPEATED = 0.5;

    /** A run of words that stands in more texts than this is a footer. */
    private static final int MOST_TEXTS = 50;

    private static final String RELIES_ON = "reliesOn";

    private final List<EntityId> sources = new ArrayList<>();
    private final List<Shingles> texts = new ArrayList<>();

    /** Two sources, and which share of the shorter text the other one has too. */
    public record Pair(EntityId one, EntityId other, double shared) {}

    /** Adds a text to those that are compared. */
    public void add(EntityId source, SourceText text) {
        sources.add(source);
        texts.add(Shingles.of(text.normalised().folded()));
    }

    /** The pairs of texts of which one repeats the other, in the order in which they were added. */
    public List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (long candidate : candidates()) {
            int one = (int) (candidate >>> 32);
            int other = (int) candidate;
            double shared = texts.get(one).shared(texts.get(other));
            if (shared >= REPEATED) {
                pairs.add(new Pair(sources.get(one), sources.get(other), shared));
            }
        }
        return pairs;
    }

    /** Indexes of two texts that have a run of words in common, packed into one number each. */
    private Set<Long> candidates() {
        long[] runs = IntStream.range(0, texts.size())
                .boxed()
                .flatMapToLong(text -> texts.get(text).sample().mapToLong(run -> packed(run, text)))
                .sorted()
                .toArray();
        TreeSet<Long> candidates = new TreeSet<>();
        int start = 0;
        while (start < runs.length) {
            long[] same = Arrays.copyOfRange(runs, start, endOfSame(runs, start));
            if (same.length <= MOST_TEXTS) {
                addPairs(same, candidates);
            }
            start += same.length;
        }
        return candidates;
    }

    /** Behind the last of the texts that have the same run of words. */
    private static int endOfSame(long[] runs, int start) {
        int end = start;
        while (end < runs.length && runs[end] >>> 32 == runs[start] >>> 32) {
            end++;
        }
        return end;
    }

    private static void addPairs(long[] runs, Set<Long> candidates) {
        for (int other = 0; other < runs.length; other++) {
            for (int one = 0; one < other; one++) {
                candidates.add(packed((int) runs[one], (int) runs[other]));
            }
        }
    }

    private static long packed(int high, int low) {
        return (long) high << 32 | low;
    }

    /** Warns of each pair of which the facts do not say what one relies on. */
    void report(Map<EntityId, Source> known, Problems problems) {
        for (Pair pair : pairs()) {
            if (Collections.disjoint(origins(pair.one(), known), origins(pair.other(), known))) {
                problems.warning(
                        SourceTexts.place(Objects.requireNonNull(known.get(pair.other()))),
                        "near-duplicate",
                        "the texts of '" + pair.one() + "' and '" + pair.other() + "' are "
                                + Math.round(100 * pair.shared()) + " % the same",
                        "say what it relies on with 'relies on', or keep one of the two");
            }
        }
    }

    /** A source and all that it relies on, directly or not. */
    private static Set<EntityId> origins(EntityId source, Map<EntityId, Source> known) {
        Set<EntityId> origins = new HashSet<>();
        Deque<EntityId> open = new ArrayDeque<>(List.of(source));
        while (!open.isEmpty()) {
            EntityId next = open.pop();
            Source found = known.get(next);
            if (origins.add(next) && found != null) {
                found.details().stream()
                        .filter(detail -> detail.property().equals(RELIES_ON))
                        .map(Detail::value)
                        .filter(Value.Thing.class::isInstance)
                        .forEach(thing -> open.push(((Value.Thing) thing).id()));
            }
        }
        return origins;
    }
}
