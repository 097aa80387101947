package org.dossier.rules;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NullIterator;

/** A graph without what it says about some records. */
final class WithoutRecords extends GraphBase {

    private final Graph whole;
    private final Set<Node> records;

    /** @param records may change; what is found later depends on it as it is then */
    WithoutRecords(Graph whole, Set<Node> records) {
        this.whole = whole;
        this.records = records;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        if (records.contains(pattern.getSubject())) {
            return NullIterator.instance();
        }
        ExtendedIterator<Triple> found = whole.find(pattern);
        return pattern.getSubject().isConcrete()
                ? found
                : found.filterDrop(triple -> records.contains(triple.getSubject()));
    }
}
