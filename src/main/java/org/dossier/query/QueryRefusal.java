package org.dossier.query;

import java.util.List;
import org.dossier.problem.Problem;

/** A query that was not run, or not to its end; its problems say why, and what to change. */
public final class QueryRefusal extends Exception {

    private final transient List<Problem> problems;

    public QueryRefusal(List<Problem> problems) {
        super(String.join("\n", problems.stream().map(Problem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    public QueryRefusal(Problem problem) {
        this(List.of(problem));
    }

    /** In reading order; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
