package org.dossier.query.limited;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** Data that the queries of {@code bench/hostile} are hard on: a long chain, a dense graph, and texts of one letter. */
public final class HostileData {

    private static final String BASE = "https://example.org/";
    private static final int CHAIN = 20_000;
    private static final int DENSE = 60;
    private static final int TEXTS = 200;

    private HostileData() {}

    public static DatasetGraph dataset() {
        Graph graph = GraphMemFactory.createGraphMem2();
        for (int i = 0; i < CHAIN; i++) {
            graph.add(node("link" + i), node("next"), node("link" + (i + 1)));
        }
        for (int i = 0; i < DENSE; i++) {
            for (int j = 0; j < DENSE; j++) {
                graph.add(node("dense" + i), node("near"), node("dense" + j));
            }
        }
        for (int i = 0; i < TEXTS; i++) {
            graph.add(node("text" + i), node("text"), NodeFactory.createLiteralString("a".repeat(40 + i) + "b"));
        }
        return DatasetGraphFactory.wrap(graph);
    }

    private static Node node(String name) {
        return NodeFactory.createURI(BASE + name);
    }
}
