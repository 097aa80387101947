package org.dossier.query.limited;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;

/** The data as one query sees it: it cannot be changed, and reading it ends when the query has to stop. */
final class WatchedDataset extends DatasetGraphReadOnly implements DatasetGraphWrapperView {

    private final StopSignal signal;
    private final Graph defaultGraph;

    /** @param context also for queries that Jena runs on its own account, as for DESCRIBE */
    WatchedDataset(DatasetGraph data, Context context, StopSignal signal) {
        super(data, context);
        this.signal = signal;
        this.defaultGraph = new WatchedGraph(data.getDefaultGraph(), signal);
    }

    @Override
    public Graph getDefaultGraph() {
        return defaultGraph;
    }

    @Override
    public Graph getGraph(Node name) {
        return new WatchedGraph(super.getGraph(name), signal);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return Iter.map(super.listGraphNodes(), this::watched);
    }

    @Override
    public Iterator<Quad> find(Quad pattern) {
        return Iter.map(super.find(pattern), this::watched);
    }

    @Override
    public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
        return Iter.map(super.find(graph, subject, predicate, object), this::watched);
    }

    private <T> T watched(T found) {
        signal.check();
        return found;
    }
}
