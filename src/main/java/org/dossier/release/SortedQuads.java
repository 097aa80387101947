package org.dossier.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Puts quads into a database many at a time, into each index in its own order: neighbours go to the same block of its
 * tree, which is several times faster than quad by quad. It is used inside a write transaction.
 */
final class SortedQuads {

    /** Measured: more at a time are hardly faster; these take some 60 MB. */
    private static final int AT_A_TIME = 500_000;

    private static final String ORDER = "GSPO";

    private final NodeTable nodes;
    private final TupleIndex[] indexes;
    private final List<Tuple<NodeId>> waiting = new ArrayList<>();

    SortedQuads(DatasetGraph database) {
        NodeTupleTable quads =
                TDBInternal.getDatasetGraphTDB(database).getQuadTable().getNodeTupleTable();
        this.nodes = quads.getNodeTable();
        this.indexes = quads.getTupleTable().getIndexes();
    }

    void add(Node graph, Triple triple) {
        waiting.add(TupleFactory.create4(
                nodes.getAllocateNodeId(graph),
                nodes.getAllocateNodeId(triple.getSubject()),
                nodes.getAllocateNodeId(triple.getPredicate()),
                nodes.getAllocateNodeId(triple.getObject())));
        if (waiting.size() == AT_A_TIME) {
            flush();
        }
    }

    /** Puts in what is still waiting. */
    void flush() {
        for (TupleIndex index : indexes) {
            waiting.sort(orderOf(index));
            index.addAll(waiting);
        }
        waiting.clear();
    }

    private static Comparator<Tuple<NodeId>> orderOf(TupleIndex index) {
        int[] places = index.getName().chars().map(ORDER::indexOf).toArray();
        return (one, other) -> {
            int difference = 0;
            for (int at = 0; difference == 0 && at < places.length; at++) {
                difference = one.get(places[at]).compareTo(other.get(places[at]));
            }
            return difference;
        };
    }
}
