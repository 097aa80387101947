package org.dossier.query;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines of a width: between words where it can, inside a word where it must. */
public final class Wrapping {

    private static final String STEP = "  ";

    /** Narrower than this, a screen breaks lines no worse. */
    private static final int NARROWEST = 20;

    private final int width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int taken;

    private Wrapping(int width) {
        this.width = Math.max(width, 2);
    }

    /**
     * A line as it is where it fits; else broken, and what is carried over stands a step further to the right.
     *
     * @param width of the screen in columns
     */
    public static List<String> hanging(String line, int width) {
        String margin = line.substring(0, line.length() - line.stripLeading().length()) + STEP;
        boolean isOneWord = !line.strip().contains(" ");
        if (DisplayWidth.of(line) <= width || isOneWord || width - margin.length() < NARROWEST) {
            return List.of(line);
        }
        List<String> broken = new ArrayList<>();
        for (String part : lines(line.strip(), width - margin.length())) {
            broken.add(broken.isEmpty() ? margin.substring(STEP.length()) + part : margin + part);
        }
        return broken;
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
