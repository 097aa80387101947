package org.dossier.mapping;

import org.jspecify.annotations.Nullable;

/** Reads numbers that cells hold, of any length, into their one canonical form. */
final class Numbers {

    private Numbers() {}

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
