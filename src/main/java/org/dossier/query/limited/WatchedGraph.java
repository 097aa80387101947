package org.dossier.query.limited;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** A graph that stops whoever reads it once its query has to stop: a hash join, a path, DESCRIBE. */
class WatchedGraph extends WrappedGraph {

    private final StopSignal signal;

    WatchedGraph(Graph graph, StopSignal signal) {
        super(graph);
        this.signal = signal;
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
        return watched(base.find(pattern));
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        return watched(base.find(subject, predicate, object));
    }

    private ExtendedIterator<Triple> watched(ExtendedIterator<Triple> triples) {
        signal.check();
        return new WrappedIterator<>(triples) {
            @Override
            public boolean hasNext() {
                signal.check();
                return super.hasNext();
            }

            @Override
            public Triple next() {
                found();
                return super.next();
            }
        };
    }

    /** A triple is about to be handed out. */
    void found() {}
}
