package org.dossier.query;

import org.apache.jena.graph.Graph;

/** What a query answers: rows, triples, or yes or no. */
public sealed interface Answer {

    /** Of a SELECT. */
    record Rows(ResultTable table) implements Answer {}

    /** Of a CONSTRUCT or a DESCRIBE. */
    record Triples(Graph graph) implements Answer {}

    /** Of an ASK. */
    record Verdict(boolean isTrue) implements Answer {}
}
