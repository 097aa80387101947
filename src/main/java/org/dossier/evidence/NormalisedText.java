package org.dossier.evidence;

/** A text with its typography folded, and where in the text itself each folded character comes from. */
public final class NormalisedText {

    /**
     * A word divided at the end of a line, {@code infra-↵structure}: stands for nothing, a hyphen, or a hyphen and a
     * space, since nobody can tell which of them the author meant. Not a character of any text.
     */
    static final char DIVIDED_WORD = '\uFDD0';

    /** The line break behind a dash: stands for nothing or a space. Not a character of any text. */
    static final char BREAK_AFTER_DASH = '\uFDD1';

    private final String own;
    private final String folded;
    private final int[] starts;
    private final int[] ends;

    /**
     * @param own the text itself
     * @param starts for each folded character, where its origin in the text starts
     * @param ends for each folded character, where its origin in the text ends
     */
    NormalisedText(String own, String folded, int[] starts, int[] ends) {
        this.own = own;
        this.folded = folded;
        this.starts = starts;
        this.ends = ends;
    }

    /** The text itself, unchanged. */
    public String own() {
        return own;
    }

    /** The folded text. */
    public String folded() {
        return folded;
    }

    int length() {
        return folded.length();
    }

    char charAt(int at) {
        return folded.charAt(at);
    }

    int codePointBefore(int at) {
        return folded.codePointBefore(at);
    }

    int codePointAt(int at) {
        return folded.codePointAt(at);
    }

    /** First character, in the text itself, of what became the folded character at this offset. */
    int ownCodePointAt(int at) {
        return own.codePointAt(starts[at]);
    }

    /** Whether a character of the text itself begins here, rather than the second letter of a ligature. */
    boolean startsOwnCharacter(int at) {
        return at == 0 || starts[at] != starts[at - 1];
    }

    /** Where in the text itself a stretch of the folded text lies. */
    Extent ownExtent(Extent stretch) {
        return new Extent(starts[stretch.start()], ends[stretch.end() - 1]);
    }

    /** Where in the text itself a folded character starts. */
    int ownStart(int at) {
        return starts[at];
    }

    /** The first folded offset whose origin starts at or behind this offset of the text itself. */
    int foldedOffset(int ownOffset) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < ownOffset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many words lie between two stretches of the folded text. */
    int wordsBetween(Extent one, Extent next) {
        String between =
                folded.substring(one.end(), Math.max(one.end(), next.start())).strip();
        return between.isEmpty() ? 0 : between.split(" ").length;
    }
}
