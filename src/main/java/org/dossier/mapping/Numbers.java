package org.dossier.mapping;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers that cells hold, of any length, into their one canonical form. */
final class Numbers {

    private static final Pattern ROUNDED = Pattern.compile("[+-]?[0-9](?:[.,][0-9]+)?E\\+[0-9]{2,}");
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?[0-9.]*,[0-9.,]+");

    private Numbers() {}

    /** Whether this is how a spreadsheet shows a long number, the digits of which are lost: {@code 1.2E+15}. */
    static boolean isRounded(String cell) {
        return ROUNDED.matcher(cell).matches();
    }

    /** Why a cell is no number, with what is known of how such cells come about. */
    static String explain(String cell, String expected) {
        if (isRounded(cell)) {
            return expected + "; a spreadsheet has rounded it: take the file as it was before";
        }
        return WITH_COMMA.matcher(cell).matches()
                ? expected + "; a comma is no point: where it parts thousands, take it out by REPLACE"
                : expected;
    }

    /**
     * No zeros in front or behind, at least one digit on either side of the point, no plus sign, no negative zero:
     * {@code +01.50} is {@code 1.5}, {@code -0} is {@code 0.0}.
     *
     * @return null when this is no plain decimal number
     */
    static @Nullable String canonicalDecimal(String cell) {
        int start = hasSign(cell) ? 1 : 0;
        int point = digitsEnd(cell, start);
        boolean hasPoint = point < cell.length() && cell.charAt(point) == '.';
        int end = hasPoint ? digitsEnd(cell, point + 1) : point;
        int digits = point - start + (hasPoint ? end - point - 1 : 0);
        if (end < cell.length() || digits == 0) {
            return null;
        }
        String whole = stripFront(cell, start, point);
        String fraction = hasPoint ? stripEnd(cell, point + 1, end) : "0";
        boolean isNegative = cell.charAt(0) == '-' && !(whole.equals("0") && fraction.equals("0"));
        return (isNegative ? "-" : "") + whole + "." + fraction;
    }

    /** @return null when this is no whole number */
    static @Nullable String canonicalInteger(String cell) {
        int start = hasSign(cell) ? 1 : 0;
        if (start == cell.length() || digitsEnd(cell, start) < cell.length()) {
            return null;
        }
        String whole = stripFront(cell, start, cell.length());
        return cell.charAt(0) == '-' && !whole.equals("0") ? "-" + whole : whole;
    }

    private static boolean hasSign(String cell) {
        return !cell.isEmpty() && (cell.charAt(0) == '-' || cell.charAt(0) == '+');
    }

    private static int digitsEnd(String cell, int start) {
        int at = start;
        while (at < cell.length() && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static String stripFront(String cell, int start, int end) {
        int at = start;
        while (at < end - 1 && cell.charAt(at) == '0') {
            at++;
        }
        return at == end ? "0" : cell.substring(at, end);
    }

    private static String stripEnd(String cell, int start, int end) {
        int at = end;
        while (at > start + 1 && cell.charAt(at - 1) == '0') {
            at--;
        }
        return at == start ? "0" : cell.substring(start, at);
    }
}
