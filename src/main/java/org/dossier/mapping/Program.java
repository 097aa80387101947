package org.dossier.mapping;

import java.util.List;

/**
 * One CONSTRUCT, compiled.
 *
 * @param steps in the order in which they run
 * @param triples of its template
 */
record Program(List<Step> steps, List<TripleCode> triples) {

    Program {
        steps = List.copyOf(steps);
        triples = List.copyOf(triples);
    }

    /** Tells each solution of a row. */
    void solutions(Row row, Step.Next next) {
        run(0, row, next);
    }

    private void run(int step, Row row, Step.Next next) {
        if (step == steps.size()) {
            next.solution();
        } else {
            steps.get(step).run(row, () -> run(step + 1, row, next));
        }
    }
}
