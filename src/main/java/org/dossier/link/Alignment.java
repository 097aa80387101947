package org.dossier.link;

import java.util.List;

/**
 * Which words of two names stand for each other, and which stand alone.
 *
 * @param pairs words of both sides that are one
 * @param left words of the left name only, without articles
 * @param right words of the right name only, without articles
 * @param hasMisspeltForm whether a word of one name was taken for the other's legal form, misspelt or cut short
 */
record Alignment(List<Pair> pairs, List<Word> left, List<Word> right, boolean hasMisspeltForm) {

    Alignment {
        pairs = List.copyOf(pairs);
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** Why words are taken for each other. */
    enum How {
        EQUAL,
        /** One has an s at its end. */
        PLURAL,
        /** The same letters, spaced otherwise. */
        GLUED,
        ABBREVIATED,
        ACRONYM,
        MISSPELT
    }

    /**
     * Words that stand for each other.
     *
     * @param similarity of their letters, from 0 to 1
     */
    record Pair(List<Word> left, List<Word> right, How how, double similarity) {

        Pair {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }
}
