package org.dossier.link;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Tells a typing error from another word. */
final class Misspelling {

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final int SHORTEST = 3;
    private static final int LETTERS_FOR_A_SECOND_MISTAKE = 9;
    private static final int LETTERS_FOR_A_THIRD_MISTAKE = 15;
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(3);

    private Misspelling() {}

    /** How alike two words are, from 0 to 1; 0 when more letters differ than a slip of the hand explains. */
    static double similarity(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        int shortest = Math.min(one.length(), other.length());
        if (shortest < SHORTEST || longest - shortest > mistakesAllowed(longest)) {
            return 0;
        }
        return mistakes(one, other) <= mistakesAllowed(longest) ? JARO_WINKLER.apply(one, other) : 0;
    }

    /** Whether two of the briefest words with the same first letter differ in one letter, such as {@code ldt} and {@code ltd}. */
    static boolean isSlipInBriefWord(String one, String other) {
        return Math.max(one.length(), other.length()) <= SHORTEST
                && one.charAt(0) == other.charAt(0)
                && mistakes(one, other) <= 1;
    }

    private static int mistakesAllowed(int letters) {
        if (letters < LETTERS_FOR_A_SECOND_MISTAKE) {
            return 1;
        }
        return letters < LETTERS_FOR_A_THIRD_MISTAKE ? 2 : 3;
    }

    /** Letters that changed places are one mistake. */
    private static int mistakes(String one, String other) {
        if (isTransposed(one, other)) {
            return 1;
        }
        int distance = DISTANCE.apply(one, other);
        return distance < 0 ? Integer.MAX_VALUE : distance;
    }

    /** The same letters, either with the same first one or with only two that changed places. */
    private static boolean isTransposed(String one, String other) {
        return one.length() == other.length()
                && (one.charAt(0) == other.charAt(0) || differences(one, other) == 2)
                && Arrays.equals(
                        one.chars().sorted().toArray(), other.chars().sorted().toArray());
    }

    private static long differences(String one, String other) {
        return IntStream.range(0, one.length())
                .filter(i -> one.charAt(i) != other.charAt(i))
                .count();
    }
}
