package org.dossier.explain.factcheck;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text that tell what it is about, each shortened to its beginning, so that forms of a word are one. */
final class Words {

    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
    private static final int BEGINNING = 5;

    private static final Set<String> COMMON = Set.of(
            "about",
            "after",
            "again",
            "almost",
            "also",
            "around",
            "because",
            "been",
            "before",
            "being",
            "billion",
            "both",
            "could",
            "does",
            "dollars",
            "during",
            "each",
            "euros",
            "even",
            "every",
            "fewer",
            "from",
            "have",
            "held",
            "into",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "just",
            "kept",
            "least",
            "less",
            "made",
            "many",
            "million",
            "more",
            "most",
            "much",
            "nearly",
            "only",
            "other",
            "over",
            "people",
            "roughly",
            "said",
            "says",
            "some",
            "than",
            "that",
            "their",
            "them",
            "then",
            "there",
            "these",
            "they",
            "this",
            "those",
            "thousand",
            "through",
            "under",
            "until",
            "very",
            "were",
            "what",
            "when",
            "where",
            "which",
            "while",
            "will",
            "with",
            "would",
            "year",
            "years");

    private Words() {}

    static Set<String> of(String text) {
        Set<String> words = new HashSet<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(word -> word.group())
                .filter(word -> !COMMON.contains(word))
                .forEach(word -> words.add(word.substring(0, Math.min(BEGINNING, word.length()))));
        return words;
    }
}
