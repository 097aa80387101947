package org.dossier.query.limited;

import org.apache.jena.graph.Graph;

/** What a property path walks on: it keeps all that it has reached in memory, so its steps are counted. */
final class PathGraph extends WatchedGraph {

    private final StopSignal signal;
    private final long most;
    private long steps;

    PathGraph(Graph graph, StopSignal signal, long most) {
        super(graph, signal);
        this.signal = signal;
        this.most = most;
    }

    /** The path starts anew from another thing. */
    void restart() {
        steps = 0;
    }

    @Override
    void found() {
        steps++;
        if (steps > most) {
            throw signal.tooLarge("a property path follows more than " + most + " triples from one start");
        }
    }
}
