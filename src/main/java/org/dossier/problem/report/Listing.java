package org.dossier.problem.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Severity;

/** Problems as lines for a terminal, each with the line of its file and a caret under the place. */
public final class Listing {

    private static final String RED = "\u001B[31m";
    private static final String YELLOW = "\u001B[33m";
    private static final String BOLD = "\u001B[1m";
    private static final String PLAIN = "\u001B[0m";

    /** Longer lines are shown around the place alone. */
    private static final int WIDTH = 100;

    private final Path dossier;
    private final boolean isColoured;
    private final Map<String, List<String>> files = new HashMap<>();

    /** @param isColoured whether the terminal shows colours */
    public Listing(Path dossier, boolean isColoured) {
        this.dossier = dossier;
        this.isColoured = isColoured;
    }

    /** The problem's own line; below it, where it has a place, the line of the file and a caret. */
    public List<String> lines(Problem problem) {
        List<String> lines = new ArrayList<>();
        lines.add(isColoured ? coloured(problem) : problem.toString());
        Place place = problem.place();
        List<String> file = place.line() == 0 ? List.of() : linesOf(place.file());
        if (place.line() <= file.size() && place.line() > 0) {
            excerpt(file.get(place.line() - 1), place, lines);
        }
        return lines;
    }

    private static String coloured(Problem problem) {
        String colour = problem.severity() == Severity.ERROR ? RED : YELLOW;
        return BOLD + problem.place() + ": " + colour + problem.severity() + "[" + problem.code() + "]" + PLAIN + ": "
                + problem.sentence();
    }

    private static void excerpt(String line, Place place, List<String> lines) {
        int[] characters = line.codePoints().toArray();
        int at = Math.min(Math.max(place.column() - 1, 0), characters.length);
        int from = characters.length <= WIDTH ? 0 : Math.max(0, at - WIDTH / 2);
        int to = Math.min(characters.length, from + WIDTH);
        String margin = String.format("%5d | ", place.line());
        lines.add(margin + printable(characters, from, to));
        if (place.column() > 0) {
            lines.add(" ".repeat(margin.length() - 2) + "| " + " ".repeat(at - from) + "^");
        }
    }

    /** Control characters could do anything to a terminal, and a tab would move the caret. */
    private static String printable(int[] characters, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            int character = characters[i];
            boolean isControl = Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
            text.appendCodePoint(character == '\t' ? ' ' : isControl ? '\uFFFD' : character);
        }
        return text.toString();
    }

    private List<String> linesOf(String file) {
        return files.computeIfAbsent(file, this::read);
    }

    /** A file that cannot be read is told without its lines. */
    private List<String> read(String file) {
        try {
            String text = new String(Files.readAllBytes(dossier.resolve(file)), StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
