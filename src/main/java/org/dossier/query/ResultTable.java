package org.dossier.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import org.dossier.triples.Literals;
import org.dossier.triples.TermOrder;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an answer, in the order in which the query gives them.
 *
 * @param columns names of the variables, without question marks
 * @param rows as many cells each as there are columns; a cell is absent where its variable has no value
 */
public record ResultTable(List<String> columns, List<List<@Nullable Node>> rows) {

    public ResultTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * All rows of a running query.
     *
     * @throws TooManyRows when there are more of them
     */
    static ResultTable of(RowSet running, int most) {
        ResultTable table = first(most, running);
        if (running.hasNext()) {
            throw new TooManyRows();
        }
        return table;
    }

    /** The first rows of a running query, at most so many; what is left is not read. */
    public static ResultTable first(int most, RowSet running) {
        List<Var> variables = running.getResultVars();
        List<List<@Nullable Node>> rows = new ArrayList<>();
        while (rows.size() < most && running.hasNext()) {
            var binding = running.next();
            List<@Nullable Node> cells = new ArrayList<>(variables.size());
            variables.forEach(variable -> cells.add(binding.get(variable)));
            rows.add(Collections.unmodifiableList(cells));
        }
        return new ResultTable(variables.stream().map(Var::getVarName).toList(), rows);
    }

    /** Any answer as rows. */
    public static ResultTable of(Answer answer) {
        if (answer instanceof Answer.Rows rows) {
            return rows.table();
        }
        if (answer instanceof Answer.Triples triples) {
            return of(triples.graph());
        }
        if (answer instanceof Answer.Verdict verdict) {
            return of(verdict.isTrue());
        }
        throw new AssertionError(answer);
    }

    /** Triples as a table of three columns, in order of their terms. */
    public static ResultTable of(Graph graph) {
        List<List<@Nullable Node>> rows = new ArrayList<>();
        TermOrder.sorted(graph)
                .forEach(triple -> rows.add(List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())));
        return new ResultTable(List.of("subject", "predicate", "object"), rows);
    }

    /** Yes or no as a table of one cell. */
    public static ResultTable of(boolean isTrue) {
        return new ResultTable(List.of("answer"), List.of(List.of(Literals.flag(isTrue))));
    }

    /** Stops the reading of an answer that is longer than allowed. */
    static final class TooManyRows extends RuntimeException {}
}
