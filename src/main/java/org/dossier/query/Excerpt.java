package org.dossier.query;

import java.util.List;
import org.dossier.problem.Place;

/** The line of a text that a problem is in, with a caret under the place. */
public final class Excerpt {

    /** Longer lines are cut, so that the caret stays below its place on a narrow screen. */
    private static final int LONGEST = 100;

    private static final int AFTER = 30;

    private Excerpt() {}

    /** Two lines, the first with its number; none when the place is the whole text. */
    public static List<String> of(String text, Place place) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        if (place.line() == 0 || place.line() > lines.length || place.column() == 0) {
            return List.of();
        }
        int[] line = lines[place.line() - 1].codePoints().map(Excerpt::visible).toArray();
        int at = Math.min(place.column() - 1, line.length);
        int to = line.length <= LONGEST ? line.length : Math.min(line.length, Math.max(at + AFTER, LONGEST));
        int from = Math.max(0, to - LONGEST);
        String number = " " + place.line() + " | ";
        String before = (from > 0 ? "…" : "") + new String(line, from, at - from);
        String after = new String(line, at, to - at) + (to < line.length ? "…" : "");
        String margin = " ".repeat(number.length() - 2) + "| ";
        return List.of(number + before + after, margin + " ".repeat(DisplayWidth.of(before)) + "^");
    }

    /** A tab or an escape would move the caret away from its place. */
    private static int visible(int codePoint) {
        return Character.isISOControl(codePoint) ? ' ' : codePoint;
    }
}
