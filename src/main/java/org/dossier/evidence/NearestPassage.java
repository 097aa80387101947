package org.dossier.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.dossier.evidence.Alignment.Meeting;

/**
 * Finds the passage of a text that comes nearest to words that do not stand in it. Words that the text has at few
 * places show where to look; only there is word laid beside word.
 */
final class NearestPassage {

    /** How many places are looked at closely, and how many words may be missing or added on their way. */
    private static final int CANDIDATES = 6;

    private static final int SLACK = 4;

    /** Of a short quote, so many words say where they would have it. */
    private static final int FEWEST_VOTERS = 4;

    private final TextWords words;

    NearestPassage(NormalisedText text) {
        this.words = new TextWords(text.folded());
    }

    /** The passage that differs least from these folded words; nothing when less than half of them meet. */
    Optional<List<Alignment.Step>> find(List<String> quote) {
        return likelyStarts(quote).stream()
                .map(start -> new Alignment(quote, words.between(start - SLACK, start + quote.size() + SLACK)))
                .min(Comparator.comparingInt(Alignment::cost))
                .map(Alignment::steps)
                .filter(NearestPassage::isAlike);
    }

    /** Whether half of the quote's words, or half of its letters, meet words of the passage. */
    private static boolean isAlike(List<Alignment.Step> steps) {
        List<Alignment.Step> quoted =
                steps.stream().filter(step -> step.quoted() != null).toList();
        List<Alignment.Step> met = quoted.stream()
                .filter(step -> step.meeting() == Meeting.SAME || step.meeting() == Meeting.OTHER_CHARACTER)
                .toList();
        return 2 * met.size() >= quoted.size() || 2 * letters(met) >= letters(quoted);
    }

    private static int letters(List<Alignment.Step> steps) {
        return steps.stream()
                .mapToInt(step -> step.quoted() == null ? 0 : step.quoted().length())
                .sum();
    }

    /** Where the passage would begin if most of the quote's words are in their place, the likeliest first. */
    private List<Integer> likelyStarts(List<String> quote) {
        List<String> cores = quote.stream().map(TextWords::core).toList();
        List<List<Integer>> places = cores.stream().map(words::positions).toList();
        if (places.stream().allMatch(List::isEmpty)) {
            places = cores.stream().map(this::similarPositions).toList();
        }
        Map<Integer, Double> votes = new HashMap<>();
        for (int offset : rarest(places)) {
            vote(places.get(offset), offset, votes);
        }
        return best(votes);
    }

    /** Which of the quote's words stand at the fewest places: half of them, and at least a few. */
    private static List<Integer> rarest(List<List<Integer>> places) {
        return IntStream.range(0, places.size())
                .filter(i -> !places.get(i).isEmpty())
                .boxed()
                .sorted(Comparator.comparingInt(i -> places.get(i).size()))
                .limit(Math.max(FEWEST_VOTERS, places.size() / 2))
                .toList();
    }

    /** Each place of a word votes for the start it would mean; the rarer the word, the heavier its vote. */
    private static void vote(List<Integer> places, int offset, Map<Integer, Double> votes) {
        for (int place : places) {
            for (int slack = -SLACK; slack <= SLACK; slack++) {
                double weight = 1.0 / places.size() / (1 + Math.abs(slack));
                votes.merge(place - offset + slack, weight, Double::sum);
            }
        }
    }

    /** The starts with the most votes; of two that are close to each other only the better one. */
    private static List<Integer> best(Map<Integer, Double> votes) {
        List<Integer> best = new ArrayList<>();
        votes.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(start -> best.stream().noneMatch(better -> Math.abs(better - start) <= SLACK))
                .limit(CANDIDATES)
                .forEachOrdered(best::add);
        return best;
    }

    /** Places of the words that differ from this one in few letters. */
    private List<Integer> similarPositions(String core) {
        LevenshteinDistance distance = new LevenshteinDistance(core.length() / 4);
        return words.cores().stream()
                .filter(known -> distance.apply(core, known) >= 0)
                .flatMap(known -> words.positions(known).stream())
                .sorted()
                .toList();
    }
}
