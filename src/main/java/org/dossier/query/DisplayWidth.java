package org.dossier.query;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How many columns of a terminal a text takes: two for a Chinese character, none for an accent of its own. */
final class DisplayWidth {

    /** Below this, one character is one column, and the tables of ICU need not be loaded. */
    private static final int FIRST_UNUSUAL = 0x300;

    private static final int WIDEST = 2;
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private DisplayWidth() {}

    static int of(String text) {
        return isUsual(text)
                ? text.length()
                : characters(text).stream().mapToInt(DisplayWidth::ofCharacter).sum();
    }

    private static boolean isUsual(String text) {
        return text.chars().allMatch(unit -> unit < FIRST_UNUSUAL);
    }

    /** What a reader takes for one character each, be it several code points. */
    static List<String> characters(String text) {
        return CHARACTER.matcher(text).results().map(MatchResult::group).toList();
    }

    private static int ofCharacter(String character) {
        return Math.min(
                WIDEST, character.codePoints().map(DisplayWidth::ofCodePoint).sum());
    }

    private static int ofCodePoint(int codePoint) {
        if (codePoint < FIRST_UNUSUAL) {
            return 1;
        }
        int type = UCharacter.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        int width = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
        boolean isWide = width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH;
        return isWide ? WIDEST : 1;
    }
}
