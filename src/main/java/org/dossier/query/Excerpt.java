package org.dossier.query;

import java.util.List;
import org.dossier.problem.Place;

/** The line of a text that a problem is in, with a caret under the place. */
public final class Excerpt {

    private static final int BEFORE = 60;
    private static final int AFTER = 20;

    private Excerpt() {}

    /** Two lines, the first with its number; none when the place is the whole text. */
    public static List<String> of(String text, Place place) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        if (place.line() == 0 || place.line() > lines.length || place.column() == 0) {
            return List.of();
        }
        int[] line = lines[place.line() - 1].codePoints().map(Excerpt::visible).toArray();
        int at = Math.min(place.column() - 1, line.length);
        int from = Math.max(0, at - BEFORE);
        int to = Math.min(line.length, at + AFTER);
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
