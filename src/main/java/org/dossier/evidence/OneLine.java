package org.dossier.evidence;

import java.util.regex.Pattern;

/** Makes characters of a source fit for a message: on one line, and without any that steer a terminal. */
final class OneLine {

    private static final int MOST_CHARACTERS = 120;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

    private OneLine() {}

    static String of(String text) {
        String line = BLANKS.matcher(text).replaceAll(" ").strip();
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "\u2026";
    }
}
