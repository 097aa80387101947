package org.dossier.bench.serve;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.dossier.triples.Names;

/** Invented awards in the shape of real ones: five triples each. */
final class Awards {

    static final String BASE = "https://example.org/id/";

    private static final Node TYPE = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    private static final Node LABEL = NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#label");
    private static final int FIRMS = 1_000;

    private Awards() {}

    static DatasetGraph dataset(int awards) {
        Graph graph = GraphMemFactory.createGraphMem2();
        for (int i = 0; i < awards; i++) {
            Node award = NodeFactory.createURI(BASE + "award-" + i);
            Node firm = NodeFactory.createURI(BASE + "firm-" + i % FIRMS);
            graph.add(award, TYPE, Names.term("Contract"));
            graph.add(award, Names.term("awardNumber"), NodeFactory.createLiteralString("AW" + i));
            graph.add(award, Names.term("isAwardedTo"), firm);
            graph.add(
                    award,
                    Names.term("obligatedAmount"),
                    NodeFactory.createLiteralDT(i + ".0", XSDDatatype.XSDdecimal));
            graph.add(award, LABEL, NodeFactory.createLiteralString("Award " + i + " of firm " + i % FIRMS));
        }
        return DatasetGraphFactory.wrap(graph);
    }

    static String lookup(int award) {
        return "SELECT ?p ?o { <" + BASE + "award-" + award + "> ?p ?o }";
    }

    /** All awards of one firm, with their amounts. */
    static String join(int firm) {
        return "SELECT ?award ?label ?amount { ?award <" + Names.TERMS + "isAwardedTo> <" + BASE + "firm-"
                + firm % FIRMS + "> ; <" + LABEL.getURI() + "> ?label ; <" + Names.TERMS + "obligatedAmount> ?amount }";
    }
}
