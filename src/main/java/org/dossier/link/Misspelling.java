package org.dossier.link;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Tells a typing error from another word. */
final class Misspelling {

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final int SHORTEST = 3;
    private static final int LETTERS_FOR_A_SECOND_MISTAKE = 9;
    private static final int LETTERS_FOR_A_THIRD_MISTAKE = 15;
    private static final int MISTAKES_BY_EAR = 3;
    /** Martin and Morton sound alike, and are two: what is only heard counts for less than what is seen. */
    private static final double BY_EAR = 0.87;

    private static final int SHORTEST_SOUND = 3;
    private static final DoubleMetaphone SOUNDS = sounds();
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(3);

    private Misspelling() {}

    private static DoubleMetaphone sounds() {
        DoubleMetaphone sounds = new DoubleMetaphone();
        sounds.setMaxCodeLen(LETTERS_FOR_A_THIRD_MISTAKE);
        return sounds;
    }

    /** How alike two words are, from 0 to 1; 0 when more letters differ than a slip of the hand explains. */
    static double similarity(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        int shortest = Math.min(one.length(), other.length());
        if (shortest < SHORTEST
                || longest - shortest > mistakesAllowed(longest)
                || otherLetters(one, other) > 2 * mistakesAllowed(longest)) {
            return 0;
        }
        return mistakes(one, other) <= mistakesAllowed(longest) ? JARO_WINKLER.apply(one, other) : 0;
    }

    /** How alike two words are that are spoken alike but written otherwise, such as {@code netflicks}; else 0. */
    static double similarityBySound(String one, String other) {
        if (otherLetters(one, other) > 2 * MISTAKES_BY_EAR || distance(one, other) > MISTAKES_BY_EAR) {
            return 0;
        }
        String sound = sound(one);
        boolean isAlike = sound.length() >= SHORTEST_SOUND && sound.equals(sound(other));
        return isAlike ? BY_EAR * JARO_WINKLER.apply(one, other) : 0;
    }

    /** How many letters only one of the words has: a slip brings in at most one, and drives out one. Most pairs end here. */
    private static int otherLetters(String one, String other) {
        return Integer.bitCount(letters(one) ^ letters(other));
    }

    private static int letters(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1 << (word.charAt(i) - 'a');
        }
        return letters;
    }

    private static String sound(String word) {
        return String.valueOf(SOUNDS.doubleMetaphone(word));
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
        return distance(one, other);
    }

    private static int distance(String one, String other) {
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
