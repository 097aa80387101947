package org.dossier.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * The words of a quote laid beside those of a passage, so that as little as possible differs. Words of the passage
 * before the quote's first and behind its last cost nothing.
 */
final class Alignment {

    private static final int OTHER_CHARACTER = 2;
    private static final int MISSING_WORD = 3;
    private static final int ADDED_WORD = 4;
    private static final int OTHER_WORD = 4;

    /** One letter in so many may be another; more than that is another word. */
    private static final int LETTERS_FOR_ONE_MISTAKE = 4;

    private final List<String> quote;
    private final List<TextWords.Word> passage;
    private final int[][] costs;

    Alignment(List<String> quote, List<TextWords.Word> passage) {
        this.quote = quote;
        this.passage = passage;
        this.costs = new int[quote.size() + 1][passage.size() + 1];
        fill();
    }

    /** How a word of the quote meets a word of the passage. */
    enum Meeting {
        SAME,
        OTHER_CHARACTER,
        OTHER_WORD,
        MISSING_IN_QUOTE,
        ADDED_IN_QUOTE
    }

    /**
     * One word, or a pair of words that meet.
     *
     * @param quoted the quote's word, where it has one here
     * @param own the passage's word, where it has one here
     */
    record Step(Meeting meeting, @Nullable String quoted, TextWords.@Nullable Word own) {}

    private void fill() {
        for (int q = 1; q <= quote.size(); q++) {
            costs[q][0] = q * ADDED_WORD;
            for (int p = 1; p <= passage.size(); p++) {
                int met = costs[q - 1][p - 1] + cost(meeting(q, p));
                int added = costs[q - 1][p] + ADDED_WORD;
                int missing = costs[q][p - 1] + missingCost(q);
                costs[q][p] = Math.min(met, Math.min(added, missing));
            }
        }
    }

    /** What the passage has behind the quote's last word is no longer part of it. */
    private int missingCost(int q) {
        return q == quote.size() ? 0 : MISSING_WORD;
    }

    /** How much differs; 0 when nothing does. */
    int cost() {
        return costs[quote.size()][passage.size()];
    }

    /** What became of each word, in order. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        int q = quote.size();
        int p = passage.size();
        while (q > 0) {
            if (p > 0 && costs[q][p] == costs[q][p - 1] + missingCost(q)) {
                p--;
                if (q < quote.size()) {
                    steps.add(new Step(Meeting.MISSING_IN_QUOTE, null, passage.get(p)));
                }
            } else if (p > 0 && costs[q][p] == costs[q - 1][p - 1] + cost(meeting(q, p))) {
                steps.add(new Step(meeting(q, p), quote.get(q - 1), passage.get(p - 1)));
                q--;
                p--;
            } else {
                steps.add(new Step(Meeting.ADDED_IN_QUOTE, quote.get(q - 1), null));
                q--;
            }
        }
        Collections.reverse(steps);
        return steps;
    }

    /** The stretch of the folded text from the first to the last word that meets one of the quote's. */
    static Extent extent(List<Step> steps) {
        List<Extent> met = steps.stream()
                .map(Step::own)
                .filter(Objects::nonNull)
                .map(TextWords.Word::extent)
                .toList();
        return met.isEmpty()
                ? new Extent(0, 0)
                : new Extent(met.get(0).start(), met.get(met.size() - 1).end());
    }

    private Meeting meeting(int q, int p) {
        String quoted = quote.get(q - 1);
        TextWords.Word own = passage.get(p - 1);
        if (quoted.equals(withoutEdges(q, own.text()))) {
            return Meeting.SAME;
        }
        return isNear(TextWords.core(quoted), own.core()) ? Meeting.OTHER_CHARACTER : Meeting.OTHER_WORD;
    }

    /** Punctuation before the quote's first word and behind its last one need not be quoted. */
    private String withoutEdges(int q, String own) {
        String quoted = quote.get(q - 1);
        int start = q == 1 && own.endsWith(quoted) ? own.length() - quoted.length() : 0;
        boolean isLast = q == quote.size() && own.startsWith(quoted, start);
        int end = isLast ? start + quoted.length() : own.length();
        String edges = own.substring(0, start) + own.substring(end);
        return edges.codePoints().anyMatch(Character::isLetterOrDigit) ? own : own.substring(start, end);
    }

    /** Whether two words, letters and digits alone, are the same but for few letters or one digit. */
    static boolean isNear(String quoted, String own) {
        int length = Math.max(quoted.length(), own.length());
        int allowed = hasDigit(quoted) && hasDigit(own) ? 1 : length / LETTERS_FOR_ONE_MISTAKE;
        return new LevenshteinDistance(allowed).apply(quoted, own) >= 0;
    }

    private static boolean hasDigit(String core) {
        return core.codePoints().anyMatch(Character::isDigit);
    }

    private static int cost(Meeting meeting) {
        return switch (meeting) {
            case SAME -> 0;
            case OTHER_CHARACTER -> OTHER_CHARACTER;
            case OTHER_WORD -> OTHER_WORD;
            case MISSING_IN_QUOTE -> MISSING_WORD;
            case ADDED_IN_QUOTE -> ADDED_WORD;
        };
    }
}
