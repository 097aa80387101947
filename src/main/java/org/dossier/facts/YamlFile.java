package org.dossier.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dossier.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What YAML makes of a file, and the lines that it could make nothing of.
 *
 * @param root absent when the file is empty or nothing of it is readable
 * @param lost lines left out because of a mistake in their syntax
 */
public record YamlFile(FileText text, @Nullable Yaml root, List<Line> lost) {

    /** Each pass over a broken file finds one mistake; more than this in one file is no facts file. */
    private static final int PASSES = 50;

    /** A line that was left out, and its number from 1. */
    public record Line(int number, String text) {}

    public YamlFile {
        lost = List.copyOf(lost);
    }

    /**
     * Reads a file. The parser stops at the first mistake, so the item that holds it is taken out and the rest read
     * again, until all of it is read.
     */
    public static YamlFile read(FileText text, Problems problems) {
        List<String> lines = new ArrayList<>(text.lines());
        List<Line> lost = new ArrayList<>();
        Set<Integer> causes = new HashSet<>();
        for (int pass = 0; pass < PASSES; pass++) {
            try {
                return YamlComposer.compose(text, lines, lost, problems);
            } catch (SyntaxMistake mistake) {
                if (mistake.cause() == SyntaxMistake.NO_CAUSE || causes.add(mistake.cause())) {
                    problems.add(mistake.problem());
                }
                for (int line : mistake.lines()) {
                    lose(LineRange.around(line, mistake.ownsList(), lines), lines, lost);
                }
            }
        }
        lose(new LineRange(0, lines.size() - 1), lines, lost);
        return new YamlFile(text, null, lost);
    }

    /** Lines are emptied rather than removed, so that those after them keep their numbers. */
    private static void lose(LineRange range, List<String> lines, List<Line> lost) {
        LineRange out = range.isBlankIn(lines) ? new LineRange(0, lines.size() - 1) : range;
        for (int i = out.first(); i <= out.last(); i++) {
            if (!lines.get(i).isBlank()) {
                lost.add(new Line(i + 1, lines.get(i)));
            }
            lines.set(i, "");
        }
    }
}
