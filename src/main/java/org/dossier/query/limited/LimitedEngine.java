package org.dossier.query.limited;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;

/** Jena's engine over data that is watched, with its endless expressions replaced. */
final class LimitedEngine extends QueryEngineMain {

    private LimitedEngine(Query query, DatasetGraph data, Binding input, Context context) {
        super(query, data, input, context);
    }

    private LimitedEngine(Op algebra, DatasetGraph data, Binding input, Context context) {
        super(algebra, data, input, context);
    }

    /** Makes Jena take this engine wherever the data is watched. */
    static void announce() {
        QueryEngineRegistry.addFactory(new Factory());
    }

    @Override
    protected Op createOp(Query query) {
        Limitation limitation = Limitation.of(context);
        Op algebra = Transformer.transform(
                new LimitedGroups(limitation), new LimitedExpressions(limitation), super.createOp(query));
        context.set(ARQ.optFilterDisjunction, !Disjunctions.explode(algebra));
        return algebra;
    }

    private static final class Factory implements QueryEngineFactory {

        @Override
        public boolean accept(Query query, DatasetGraph data, Context context) {
            return data instanceof WatchedDataset;
        }

        @Override
        public Plan create(Query query, DatasetGraph data, Binding input, Context context) {
            return new LimitedEngine(query, data, input, context).getPlan();
        }

        @Override
        public boolean accept(Op algebra, DatasetGraph data, Context context) {
            return data instanceof WatchedDataset;
        }

        @Override
        public Plan create(Op algebra, DatasetGraph data, Binding input, Context context) {
            return new LimitedEngine(algebra, data, input, context).getPlan();
        }
    }
}
