package org.dossier.query;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines of a width: between words where it can, inside a word where it must. */
final class Wrapping {

    private final int width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int taken;

    private Wrapping(int width) {
        this.width = Math.max(width, 2);
    }

    /** At least one line. */
    static List<String> lines(String text, int width) {
        Wrapping wrapping = new Wrapping(width);
        text.lines().forEach(wrapping::paragraph);
        return wrapping.lines.isEmpty() ? List.of("") : List.copyOf(wrapping.lines);
    }

    private void paragraph(String text) {
        if (DisplayWidth.of(text) <= width) {
            lines.add(text);
            return;
        }
        for (String word : text.split(" ", -1)) {
            word(word);
        }
        end();
    }

    private void word(String word) {
        int size = DisplayWidth.of(word);
        if (taken > 0 && taken + 1 + size <= width) {
            line.append(' ');
            taken++;
        } else if (taken > 0) {
            end();
        }
        DisplayWidth.characters(word).forEach(this::character);
    }

    private void character(String character) {
        int size = DisplayWidth.of(character);
        if (taken + size > width) {
            end();
        }
        line.append(character);
        taken += size;
    }

    private void end() {
        lines.add(line.toString());
        line.setLength(0);
        taken = 0;
    }
}
