package org.dossier.facts;

import org.dossier.problem.Problem;

/** A place where a file is no YAML: the parser cannot go on behind it. */
final class SyntaxMistake extends Exception {

    private final transient Problem problem;
    private final int line;

    /** @param line index, from 0, of the line that has to be left out to go on */
    SyntaxMistake(Problem problem, int line) {
        super(problem.toString());
        this.problem = problem;
        this.line = line;
    }

    Problem problem() {
        return problem;
    }

    int line() {
        return line;
    }
}
