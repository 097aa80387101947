package org.dossier.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Picks runs of words from a text, each of which stands in it once. */
final class Spans {

    private static final int TRIES = 200;
    private static final Predicate<String> MATTERS =
            Pattern.compile("\\S*\\d\\S*|not|no|never|nobody|none|without").asMatchPredicate();

    private final String text;
    private final List<List<String>> lines;
    private final Random random;

    /** @param longest how many words the longest line has to have at least to be picked from */
    Spans(String text, int longest, Random random) {
        this.text = text;
        this.random = random;
        this.lines = text.lines()
                .map(line -> Arrays.asList(line.strip().split(" ")))
                .filter(words -> words.size() >= longest)
                .toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("no line has " + longest + " words");
        }
    }

    /** So many words in a row, which stand at one place only. */
    List<String> next(int words) {
        while (true) {
            List<String> span = any(words);
            if (standsOnce(String.join(" ", span))) {
                return span;
            }
        }
    }

    /** The same, preferably with a word within that matters most: a number or a negation. */
    List<String> nextThatMatters(int words) {
        List<String> span = next(words);
        for (int i = 0; i < TRIES && inner(span, MATTERS) < 0; i++) {
            span = next(words);
        }
        return span;
    }

    private List<String> any(int words) {
        List<String> line = lines.get(random.nextInt(lines.size()));
        int start = random.nextInt(line.size() - words + 1);
        return line.subList(start, start + words);
    }

    boolean standsOnce(String words) {
        return text.contains(words) && text.indexOf(words) == text.lastIndexOf(words);
    }

    /** Index of one of the words that fit, other than the first and the last; -1 when none does. */
    int inner(List<String> words, Predicate<String> fits) {
        int[] fitting = IntStream.range(1, words.size() - 1)
                .filter(i -> fits.test(words.get(i)))
                .toArray();
        return fitting.length == 0 ? -1 : fitting[random.nextInt(fitting.length)];
    }
}
