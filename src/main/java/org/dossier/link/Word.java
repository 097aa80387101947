package org.dossier.link;

/**
 * A word of a name after folding, in the spelling that all ways to write it share.
 *
 * @param text small Latin letters and digits; {@code services}, {@code svcs} and {@code service} are one
 * @param written as it stands in the folded name
 * @param sort how much it tells
 * @param isMark whether, on one side only, it points to a sister, parent or subsidiary
 */
record Word(String text, String written, Sort sort, boolean isMark) {

    enum Sort {
        /** Articles and the like. */
        FILLER,
        /** In very many names: services, systems. */
        GENERIC,
        /** In many names: advanced, national. */
        FREQUENT,
        /** A country or a state. */
        PLACE,
        /** A number, in digits, words or Roman. */
        NUMBER,
        /** All others. */
        PLAIN
    }

    boolean is(Sort wanted) {
        return sort == wanted;
    }

    boolean isPlaceOrFiller() {
        return is(Sort.PLACE) || is(Sort.FILLER);
    }

    @Override
    public String toString() {
        return text;
    }
}
