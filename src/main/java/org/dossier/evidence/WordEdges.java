package org.dossier.evidence;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * Where a quote may begin and end: never inside a word or a number. {@code 400 TB} is no quote of {@code 1400 TB},
 * {@code 1,400 TB} or {@code -400 TB}, {@code can} none of {@code can't}, {@code lethal} none of {@code non-lethal}.
 */
final class WordEdges {

    private static final int EN_DASH = 0x2013;
    private static final int EM_DASH = 0x2014;
    private static final int HORIZONTAL_BAR = 0x2015;

    /** Spaces that group the digits of one number: no-break, narrow no-break, figure and thin space. */
    private static final Set<Integer> GROUPING_SPACES = Set.of(0xA0, 0x202F, 0x2007, 0x2009);

    /** Scripts that are written without spaces between words. */
    private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);

    private final NormalisedText text;

    WordEdges(NormalisedText text) {
        this.text = text;
    }

    /** Whether a stretch of the folded text begins and ends at the edges of words and numbers. */
    boolean hold(Extent stretch) {
        return !cuts(stretch.start()) && !cuts(stretch.end());
    }

    /** Whether a cut before this offset of the folded text would divide a word, a number or a character. */
    private boolean cuts(int at) {
        if (at == 0 || at == text.length()) {
            return false;
        }
        return !text.startsOwnCharacter(at)
                || cutsWord(at)
                || cutsNumber(at)
                || (text.charAt(at - 1) == '.' && text.charAt(at) == '.');
    }

    private boolean cutsWord(int at) {
        if (isWordBefore(at) && isWordAt(at)) {
            int after = text.codePointAt(at);
            return Normaliser.isMark(after) || !(isWithoutSpaces(text.codePointBefore(at)) || isWithoutSpaces(after));
        }
        return (isWordBefore(at) && isJoint(at) && isWordAt(at + 1))
                || (isWordAt(at) && isJoint(at - 1) && isWordBefore(at - 1));
    }

    private boolean cutsNumber(int at) {
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        return (Character.isDigit(before) && isUnitSign(after))
                || (isCurrency(before) && Character.isDigit(after))
                || (Character.isDigit(after) && isSign(at - 1))
                || (Character.isDigit(after) && isGroupingSpace(at - 1))
                || (Character.isDigit(before) && isGroupingSpace(at));
    }

    /** Whether the character joins its neighbours to one word or number. */
    private boolean isJoint(int at) {
        return switch (text.charAt(at)) {
            case NormalisedText.DIVIDED_WORD, '\'', '&' -> true;
            case '-' -> isHyphen(at) || (isBetweenDigits(at) && !isLongDash(at));
            case '.', ',', ':', '/' -> isBetweenDigits(at);
            default -> false;
        };
    }

    private boolean isBetweenDigits(int at) {
        return isDigit(at - 1) && isDigit(at + 1);
    }

    /** A hyphen of its own in the source; dashes, also when typed as {@code --}, stand between words. */
    private boolean isHyphen(int at) {
        int own = text.ownCodePointAt(at);
        boolean isOne = text.ownExtent(new Extent(at, at + 1)).length() == Character.charCount(own);
        return isOne && own != EN_DASH && !isLongDash(at);
    }

    private boolean isLongDash(int at) {
        int own = text.ownCodePointAt(at);
        return own == EM_DASH || own == HORIZONTAL_BAR;
    }

    /** A sign that belongs to the number behind it, such as the minus of {@code -5} and the tilde of {@code ~400}. */
    private boolean isSign(int at) {
        return switch (text.charAt(at)) {
            case '~', '<', '>', '+', '\u00B1', '\u2248', '\u2264', '\u2265' -> true;
            case '-' -> isHyphen(at) && !isWordBefore(at);
            default -> false;
        };
    }

    /** Whether a space groups the digits around it, as in {@code 1 400}: three digits follow, and it is a narrow one. */
    private boolean isGroupingSpace(int at) {
        return text.charAt(at) == ' '
                && GROUPING_SPACES.contains(text.ownCodePointAt(at))
                && isDigit(at - 1)
                && isDigit(at + 1)
                && isDigit(at + 2)
                && isDigit(at + 3)
                && !isDigit(at + 4);
    }

    private boolean isDigit(int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }

    private boolean isWordBefore(int at) {
        return at > 0 && isWordPart(text.codePointBefore(at));
    }

    private boolean isWordAt(int at) {
        return at < text.length() && isWordPart(text.codePointAt(at));
    }

    private static boolean isWordPart(int character) {
        return Character.isLetterOrDigit(character)
                || Normaliser.isMark(character)
                || Character.getType(character) == Character.CONNECTOR_PUNCTUATION;
    }

    private static boolean isWithoutSpaces(int character) {
        return WITHOUT_SPACES.contains(UnicodeScript.of(character));
    }

    private static boolean isCurrency(int character) {
        return Character.getType(character) == Character.CURRENCY_SYMBOL;
    }

    private static boolean isUnitSign(int character) {
        return character == '%' || character == 0x2030 || character == 0xB0 || isCurrency(character);
    }
}
