package org.dossier.evidence;

import java.util.regex.Pattern;

/** Makes characters of a source fit for a message: on one line, and without any that steer a terminal. */
final class OneLine {

    private static final int MOST_CHARACTERS = 120;
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

    private OneLine() {}

    /** The whole text. */
    static String whole(String text) {
        return BLANKS.matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** The text, or its beginning when it is long. */
    static String of(String text) {
        String line = whole(text);
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "\u2026";
    }
}
