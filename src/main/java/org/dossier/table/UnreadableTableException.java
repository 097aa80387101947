package org.dossier.table;

import org.dossier.problem.Problem;

/** The file cannot be read any further; what is wrong with it is a problem for whoever keeps it. */
public final class UnreadableTableException extends Exception {

    private final transient Problem problem;

    public UnreadableTableException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
