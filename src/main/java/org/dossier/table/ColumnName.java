package org.dossier.table;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spells headers as names of SPARQL variables, and back. Letters, digits and single underscores stay; a space is two
 * underscores; any other character, and an underscore that would be misread, is {@code _xHHHH_} with its code point in
 * hexadecimal; an empty header is one underscore. {@code Award ID} is {@code Award__ID}, {@code Use (Y/N)?} is
 * {@code Use___x0028_Y_x002F_N_x0029__x003F_}.
 */
public final class ColumnName {

    private static final String EMPTY = "_";
    private static final String SPACE = "__";
    private static final Pattern CODE = Pattern.compile("_x([0-9A-F]{4,6})_");
    private static final Pattern START_OF_CODE = Pattern.compile("_x[0-9A-F]{4}");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private ColumnName() {}

    /** The name of the variable that holds the cells under this header. */
    public static String spell(String header) {
        if (header.isEmpty()) {
            return EMPTY;
        }
        StringBuilder name = new StringBuilder(header.length() + 8);
        for (int at = 0; at < header.length(); at += Character.charCount(header.codePointAt(at))) {
            spell(header, at, name);
        }
        return name.toString();
    }

    private static void spell(String header, int at, StringBuilder name) {
        int letter = header.codePointAt(at);
        if (letter == ' ') {
            name.append(SPACE);
        } else if (isLetter(letter) || (letter == '_' && !isMisread(header, at))) {
            name.appendCodePoint(letter);
        } else {
            name.append("_x")
                    .append(HEX.toHexDigits(letter, Math.max(4, digits(letter))))
                    .append('_');
        }
    }

    private static int digits(int letter) {
        return (Integer.SIZE - Integer.numberOfLeadingZeros(letter) + 3) / 4;
    }

    /** Whether an underscore and what follows it would be taken for a space or a code, or the whole for an empty header. */
    private static boolean isMisread(String header, int at) {
        if (header.equals(EMPTY)) {
            return true;
        }
        if (at + 1 == header.length()) {
            return false;
        }
        return !isLetter(header.codePointAt(at + 1))
                || START_OF_CODE.matcher(header).region(at, header.length()).lookingAt();
    }

    /** The header that is spelt so; the inverse of {@link #spell}. */
    public static String header(String name) {
        if (name.equals(EMPTY)) {
            return "";
        }
        StringBuilder header = new StringBuilder(name.length());
        Matcher code = CODE.matcher(name);
        int at = 0;
        while (at < name.length()) {
            if (code.region(at, name.length()).lookingAt()) {
                header.appendCodePoint(HexFormat.fromHexDigits(code.group(1)));
                at = code.end();
            } else if (name.startsWith(SPACE, at)) {
                header.append(' ');
                at += SPACE.length();
            } else {
                header.append(name.charAt(at++));
            }
        }
        return header.toString();
    }

    /** PN_CHARS_U of SPARQL without the underscore, and digits: what may stand anywhere in the name of a variable. */
    private static boolean isLetter(int letter) {
        return letter < 0x80
                ? within(letter, '0', '9') || within(letter, 'A', 'Z') || within(letter, 'a', 'z')
                : isBeyondAscii(letter);
    }

    private static boolean isBeyondAscii(int letter) {
        return (within(letter, 0xC0, 0x2FF) && letter != 0xD7 && letter != 0xF7)
                || (within(letter, 0x370, 0x1FFF) && letter != 0x37E)
                || within(letter, 0x200C, 0x200D)
                || within(letter, 0x2070, 0x218F)
                || within(letter, 0x2C00, 0x2FEF)
                || within(letter, 0x3001, 0xD7FF)
                || within(letter, 0xF900, 0xFDCF)
                || within(letter, 0xFDF0, 0xFFFD)
                || within(letter, 0x10000, 0xEFFFF);
    }

    private static boolean within(int letter, int first, int last) {
        return letter >= first && letter <= last;
    }
}
