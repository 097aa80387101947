package org.dossier.evidence;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Folds the typography of a text, the same way for a quote and for its source, and nothing else.
 *
 * <p>Alike are: curly and straight quotation marks, guillemets and primes; all dashes, hyphens and the minus sign, and
 * runs of them; all spaces and line breaks and runs of them; ligatures; the ellipsis character and three dots; an accent
 * composed and decomposed. Soft hyphens, zero-width and other invisible characters do not count. A word divided at the
 * end of a line may be read with or without its hyphen.
 *
 * <p>Never alike are capital and small letters, other words, digits, brackets, punctuation, or letters with and without
 * an accent.
 */
public final class Normaliser {

    private static final int FIRST_COMBINING_MARK = 0x300;
    private static final int SOFT_HYPHEN = 0xAD;

    private final String own;
    private final StringBuilder folded;
    private int[] starts;
    private int[] ends;

    private Normaliser(String own) {
        this.own = own;
        this.folded = new StringBuilder(own.length());
        this.starts = new int[own.length()];
        this.ends = new int[own.length()];
    }

    /** Folds a text. */
    public static NormalisedText fold(String text) {
        return new Normaliser(text).foldAll();
    }

    private NormalisedText foldAll() {
        int at = 0;
        while (at < own.length()) {
            at = foldOne(at);
        }
        return new NormalisedText(
                own, folded.toString(), Arrays.copyOf(starts, folded.length()), Arrays.copyOf(ends, folded.length()));
    }

    /** Folds what starts at an offset and returns the offset behind it. */
    private int foldOne(int at) {
        int first = own.codePointAt(at);
        if (isPlain(first, at)) {
            return emit((char) first, at, at + 1);
        }
        if (divides(first)) {
            int behind = behindLineBreak(at + Character.charCount(first));
            if (isBetweenLetters(at, behind)) {
                return emit(NormalisedText.DIVIDED_WORD, at, behind);
            }
        }
        if (isDash(first)) {
            return foldDash(at);
        }
        if (isSpace(first) || isInvisible(first)) {
            return foldSpace(at);
        }
        return foldCharacter(at, first);
    }

    /** The many characters that need no second look: ASCII letters, digits and most punctuation, with no accent behind. */
    private boolean isPlain(int character, int at) {
        boolean isPlainAscii = character > ' ' && character < 0x7F && character != '-' && character != '`';
        return isPlainAscii && (at + 1 == own.length() || own.charAt(at + 1) < FIRST_COMBINING_MARK);
    }

    private int foldSpace(int at) {
        int end = at;
        boolean isSpace = false;
        while (end < own.length()) {
            int next = own.codePointAt(end);
            if (!isSpace(next) && !isInvisible(next)) {
                break;
            }
            isSpace |= isSpace(next);
            end += Character.charCount(next);
        }
        return isSpace ? emit(' ', at, end) : end;
    }

    private int foldDash(int at) {
        int end = at + 1;
        for (int next = skipInvisible(end);
                next < own.length() && isDash(own.codePointAt(next));
                next = skipInvisible(end)) {
            end = next + 1;
        }
        emit('-', at, end);
        int behind = behindLineBreak(end);
        boolean isAttached = at > 0 && !isSpace(own.codePointBefore(at));
        return isAttached && behind > 0 ? emit(NormalisedText.BREAK_AFTER_DASH, end, behind) : end;
    }

    private int foldCharacter(int at, int first) {
        int end = at + Character.charCount(first);
        String folding = folding(first);
        if (folding != null) {
            return emit(folding, at, end);
        }
        while (end < own.length() && isMark(own.codePointAt(end))) {
            end += Character.charCount(own.codePointAt(end));
        }
        StringBuilder decomposed = new StringBuilder();
        Normalizer.normalize(own.substring(at, end), Normalizer.Form.NFD)
                .codePoints()
                .filter(character -> !isInvisible(character))
                .forEach(decomposed::appendCodePoint);
        return emit(decomposed.toString(), at, end);
    }

    private int emit(String characters, int start, int end) {
        for (int i = 0; i < characters.length(); i++) {
            emit(characters.charAt(i), start, end);
        }
        return end;
    }

    private int emit(char character, int start, int end) {
        int length = folded.length();
        if (length == starts.length) {
            starts = Arrays.copyOf(starts, 2 * length + 2);
            ends = Arrays.copyOf(ends, 2 * length + 2);
        }
        starts[length] = start;
        ends[length] = end;
        folded.append(character);
        return end;
    }

    /** The offset behind exactly one line break and the blanks around it, or 0 when something else follows. */
    private int behindLineBreak(int from) {
        int at = skipBlanks(from);
        if (at == own.length() || !isLineBreak(own.charAt(at))) {
            return 0;
        }
        at = skipBlanks(own.startsWith("\r\n", at) ? at + 2 : at + 1);
        return at < own.length() && !isLineBreak(own.charAt(at)) ? at : 0;
    }

    private int skipInvisible(int from) {
        int at = from;
        while (at < own.length() && isInvisible(own.codePointAt(at))) {
            at += Character.charCount(own.codePointAt(at));
        }
        return at;
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < own.length()
                && !isLineBreak(own.charAt(at))
                && (isSpace(own.charAt(at)) || isInvisible(own.charAt(at)))) {
            at++;
        }
        return at;
    }

    private boolean isBetweenLetters(int at, int behind) {
        return behind > 0 && at > 0 && isLetter(own.codePointBefore(at)) && isLetter(own.codePointAt(behind));
    }

    /** What a single character is folded to; nothing when it stands for itself. */
    private static @Nullable String folding(int character) {
        return switch (character) {
            case '`', 0xB4, 0x2BC, 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2035, 0x2039, 0x203A -> "'";
            case 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x2036 -> "\"";
            case 0x2026 -> "...";
            case 0x132 -> "IJ";
            case 0x133 -> "ij";
            case 0xFB00 -> "ff";
            case 0xFB01 -> "fi";
            case 0xFB02 -> "fl";
            case 0xFB03 -> "ffi";
            case 0xFB04 -> "ffl";
            case 0xFB05, 0xFB06 -> "st";
            default -> null;
        };
    }

    /** The hyphens that are set where a word is divided at the end of a line. */
    private static boolean divides(int character) {
        return character == '-' || character == 0x2010 || character == SOFT_HYPHEN;
    }

    static boolean isDash(int character) {
        return character == '-'
                || (character >= 0x2010 && character <= 0x2015)
                || character == 0x2212
                || character == 0xFE58
                || character == 0xFE63
                || character == 0xFF0D;
    }

    static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == 0x85;
    }

    private static boolean isLineBreak(char character) {
        return (character >= '\n' && character <= '\r')
                || character == 0x85
                || character == 0x2028
                || character == 0x2029;
    }

    /** Soft hyphens, zero-width characters, marks of direction, and selectors of a glyph's variant. */
    static boolean isInvisible(int character) {
        return character == SOFT_HYPHEN
                || character == 0x34F
                || character == 0x61C
                || character == 0x180E
                || (character >= 0x200B && character <= 0x200F)
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2060 && character <= 0x206F)
                || (character >= 0xFDD0 && character <= 0xFDEF)
                || (character >= 0xFE00 && character <= 0xFE0F)
                || character == 0xFEFF
                || (character >= 0xE0100 && character <= 0xE01EF);
    }

    static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isLetter(int character) {
        return Character.isLetter(character) || isMark(character);
    }
}
