package org.dossier.evidence;

/**
 * A quote in its surroundings, in the source's own characters: {@code before + quoted + after} is the passage, with one
 * sentence of the paragraph on either side of the quote's own.
 *
 * @param before from the beginning of the sentence before
 * @param quoted from the quote's first word to its last, with what it leaves out
 * @param after to the end of the sentence behind
 */
public record QuoteContext(String before, String quoted, String after) {

    static QuoteContext of(String text, Sentences sentences, Extent quote) {
        Extent sentence = sentences.touching(quote);
        return new QuoteContext(
                text.substring(sentences.before(sentence).start(), quote.start()),
                text.substring(quote.start(), quote.end()),
                text.substring(quote.end(), sentences.after(sentence).end()));
    }
}
