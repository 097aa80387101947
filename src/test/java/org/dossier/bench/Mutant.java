package org.dossier.bench;

/**
 * A quote, and the text it is checked against, one of which was changed.
 *
 * @param kind what was changed, in a few words
 * @param isAlike whether the quote has to be found all the same
 * @param cause words that the message has to contain when it is not; empty when it has to be found
 */
record Mutant(String kind, boolean isAlike, String text, String quote, String cause) {

    static Mutant alike(String kind, String text, String quote) {
        return new Mutant(kind, true, text, quote, "");
    }

    static Mutant other(String kind, String text, String quote, String cause) {
        return new Mutant(kind, false, text, quote, cause);
    }
}
