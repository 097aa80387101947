package org.dossier.evidence;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The sentence that a quote stands in and its neighbours, folded and in small letters.
 *
 * @param previous the sentence before, in the same paragraph
 * @param before the quote's own sentence up to the quote
 * @param quoted the quote, with what it leaves out
 * @param after the rest of its sentence
 * @param next the sentence behind, in the same paragraph
 */
record Surroundings(String previous, String before, String quoted, String after, String next) {

    /** In small letters it would be taken for the word of reserve. */
    private static final Pattern MONTH_OF_MAY = Pattern.compile("\\bMay\\b");

    static Surroundings of(String text, Sentences sentences, Extent quote) {
        Extent sentence = sentences.touching(quote);
        return new Surroundings(
                plain(text, sentences.before(sentence)),
                plain(text, new Extent(sentence.start(), quote.start())),
                plain(text, quote),
                plain(text, new Extent(quote.end(), sentence.end())),
                plain(text, sentences.after(sentence)));
    }

    private static String plain(String text, Extent stretch) {
        String words = text.substring(stretch.start(), stretch.end());
        String folded = Normaliser.fold(words).folded().strip();
        return MONTH_OF_MAY.matcher(folded).replaceAll("month").toLowerCase(Locale.ROOT);
    }
}
