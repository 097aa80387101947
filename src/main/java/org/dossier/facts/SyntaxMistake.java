package org.dossier.facts;

import java.util.List;
import org.dossier.problem.Problem;

/** A place where a file is no YAML: the parser cannot go on behind it. */
final class SyntaxMistake extends Exception {

    /** That the mistake follows from no line above it. */
    static final int NO_CAUSE = -2;

    private final transient Problem problem;
    private final List<Integer> lines;
    private final boolean ownsList;
    private final int cause;

    /**
     * A mistake that stands alone.
     *
     * @param lines indexes, from 0, of the lines that have to be left out to go on
     */
    SyntaxMistake(Problem problem, Integer... lines) {
        this(problem, List.of(lines), false, NO_CAUSE);
    }

    /**
     * A mistake.
     *
     * @param lines indexes, from 0, of the lines that have to be left out to go on
     * @param ownsList whether the list below them has to go as well
     * @param cause index of the line above; a second mistake with the same one follows from the first
     */
    SyntaxMistake(Problem problem, List<Integer> lines, boolean ownsList, int cause) {
        super(problem.toString());
        this.problem = problem;
        this.lines = List.copyOf(lines);
        this.ownsList = ownsList;
        this.cause = cause;
    }

    boolean ownsList() {
        return ownsList;
    }

    int cause() {
        return cause;
    }

    Problem problem() {
        return problem;
    }

    List<Integer> lines() {
        return lines;
    }
}
