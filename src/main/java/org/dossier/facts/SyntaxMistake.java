package org.dossier.facts;

import org.dossier.problem.Problem;

/** A place where a file is no YAML: the parser cannot go on behind it. */
final class SyntaxMistake extends Exception {

    /** That the mistake follows from no line above it. */
    static final int NO_CAUSE = -2;

    private final transient Problem problem;
    private final int line;
    private final boolean ownsList;
    private final int cause;

    /**
     * A mistake that stands alone.
     *
     * @param line index, from 0, of the line that has to be left out to go on
     */
    SyntaxMistake(Problem problem, int line) {
        this(problem, line, false, NO_CAUSE);
    }

    /**
     * A mistake.
     *
     * @param line index, from 0, of the line that has to be left out to go on
     * @param ownsList whether the list below that line has to go as well
     * @param cause index of the line above; a second mistake with the same one follows from the first
     */
    SyntaxMistake(Problem problem, int line, boolean ownsList, int cause) {
        super(problem.toString());
        this.problem = problem;
        this.line = line;
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

    int line() {
        return line;
    }
}
