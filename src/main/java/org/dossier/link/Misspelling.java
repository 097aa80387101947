package org.dossier.link;

import java.util.Arrays;
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

    private static int mistakesAllowed(int letters) {
        if (letters < LETTERS_FOR_A_SECOND_MISTAKE) {
            return 1;
        }
        return letters < LETTERS_FOR_A_THIRD_MISTAKE ? 2 : 3;
    }

    /** Letters that changed places are one mistake. */
    private static int mistakes(String one, String other) {
        if (hasSameLetters(one, other)) {
            return 1;
        }
        int distance = DISTANCE.apply(one, other);
        return distance < 0 ? Integer.MAX_VALUE : distance;
    }

    private static boolean hasSameLetters(String one, String other) {
        return one.length() == other.length()
                && one.charAt(0) == other.charAt(0)
                && Arrays.equals(
                        one.chars().sorted().toArray(), other.chars().sorted().toArray());
    }
}
