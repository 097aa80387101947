package org.dossier.query.limited;

import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.path.PathLib;

/** The operators that Jena would not stop by itself, so that they can be. */
final class LimitedOperators extends OpExecutor {

    private final Limitation limitation;

    LimitedOperators(ExecutionContext execution) {
        super(execution);
        this.limitation = Limitation.of(execution.getContext());
    }

    @Override
    protected QueryIterator execute(OpOrder order, QueryIterator input) {
        BindingComparator comparator = new BindingComparator(order.getConditions(), execCxt);
        return new QueryIterSort(
                exec(order.getSubOp(), input),
                (one, other) -> {
                    limitation.signal().check();
                    return comparator.compare(one, other);
                },
                execCxt);
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        return new Walk(path.getTriplePath(), input, execCxt);
    }

    /** Follows a path from each row of its input. */
    private final class Walk extends QueryIterRepeatApply {

        private final TriplePath path;
        private final PathGraph graph;
        private final ExecutionContext walking;

        Walk(TriplePath path, QueryIterator input, ExecutionContext execution) {
            super(input, execution);
            this.path = path;
            this.graph = new PathGraph(
                    execution.getActiveGraph(),
                    limitation.signal(),
                    limitation.limits().pathSteps());
            this.walking = ExecutionContext.copyChangeActiveGraph(execution, graph);
        }

        @Override
        protected QueryIterator nextStage(Binding row) {
            graph.restart();
            return PathLib.execTriplePath(row, path, walking);
        }
    }
}
