package org.dossier.bench.serve;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;

/** Data that can be exchanged under a server, so that a suite of many data sets needs one server. */
final class Exchangeable extends DatasetGraphWrapper {

    private DatasetGraph current = DatasetGraphFactory.createTxnMem();

    Exchangeable() {
        super(DatasetGraphFactory.createTxnMem());
    }

    void exchange(DatasetGraph next) {
        current = next;
    }

    /** Looks anew at each turn, since others keep the graph that they get. */
    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    protected DatasetGraph get() {
        return current == null ? super.get() : current;
    }
}
