package org.dossier.evidence;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dossier.evidence.Alignment.Meeting;

/**
 * Finds the passage of a text that comes nearest to words that do not stand in it. Words that the text has at few
 * places show where to look; only there is word laid beside word.
 */
final class NearestPassage {

    /** How many places are looked at closely, and how many words may be missing or added on their way. */
    private static final int CANDIDATES = 40;

    private static final int SLACK = 4;

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
                .filter(steps -> isAlike(quote, steps));
    }

    /** Whether half of the quote's words, or half of its letters, meet words of the passage. */
    private static boolean isAlike(List<String> quote, List<Alignment.Step> steps) {
        List<String> met = steps.stream()
                .filter(step -> step.meeting() == Meeting.SAME || step.meeting() == Meeting.OTHER_CHARACTER)
                .flatMap(step -> Stream.ofNullable(step.quoted()))
                .toList();
        return 2 * met.size() >= quote.size() || 2 * letters(met) >= letters(quote);
    }

    private static int letters(List<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }

    /** Where the passage would begin if most of the quote's words are in their place, the likeliest first. */
    private List<Integer> likelyStarts(List<String> quote) {
        List<String> cores = quote.stream().map(TextWords::core).toList();
        List<List<Integer>> places = cores.stream().map(words::positions).toList();
        if (places.stream().allMatch(List::isEmpty)) {
            places = cores.stream().map(this::similarPositions).toList();
        }
        return mostVotes(places);
    }

    /** Each place of a word votes for the start it would mean; the rarer the word, the heavier its vote. */
    private static List<Integer> mostVotes(List<List<Integer>> places) {
        Map<Integer, Double> votes = new HashMap<>();
        for (int offset = 0; offset < places.size(); offset++) {
            for (int place : places.get(offset)) {
                votes.merge(place - offset, 1.0 / places.get(offset).size(), Double::sum);
            }
        }
        return votes.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Places of the words that differ from this one in few letters. */
    private List<Integer> similarPositions(String core) {
        return words.cores().stream()
                .filter(known -> Alignment.isNear(core, known))
                .flatMap(known -> words.positions(known).stream())
                .toList();
    }
}
