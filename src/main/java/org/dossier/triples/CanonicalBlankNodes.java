package org.dossier.triples;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** Names blank nodes by what is said of them (RDFC-1.0), so that equal graphs are written alike. */
public final class CanonicalBlankNodes {

    private CanonicalBlankNodes() {}

    /** The same graph with other blank nodes; the graph itself when it has none. */
    public static Graph of(Graph graph) {
        return of(graph, "");
    }

    /**
     * The same for one of several graphs that are written together.
     *
     * @param prefix put before each name, so that no two graphs share one
     */
    public static Graph of(Graph graph, String prefix) {
        if (graph.stream().noneMatch(CanonicalBlankNodes::hasBlankNode)) {
            return graph;
        }
        Map<String, String> names = names(graph);
        Graph renamed = GraphMemFactory.createDefaultGraphSameTerm();
        graph.stream()
                .map(triple -> Triple.create(
                        renamed(triple.getSubject(), names, prefix),
                        triple.getPredicate(),
                        renamed(triple.getObject(), names, prefix)))
                .forEach(renamed::add);
        return renamed;
    }

    private static boolean hasBlankNode(Triple triple) {
        return triple.getSubject().isBlank() || triple.getObject().isBlank();
    }

    private static Map<String, String> names(Graph graph) {
        RdfCanon canon = RdfCanon.create("SHA-256");
        graph.stream().forEach(triple -> add(triple, canon));
        try {
            canon.provide((subject, predicate, object, datatype, language, direction, graphName) -> canon);
        } catch (RdfConsumerException impossible) {
            throw new IllegalStateException(impossible);
        }
        return canon.mapping();
    }

    private static void add(Triple triple, RdfCanon canon) {
        Node object = triple.getObject();
        if (object.isLiteral()) {
            String language = object.getLiteralLanguage();
            canon.quad(
                    name(triple.getSubject()),
                    name(triple.getPredicate()),
                    object.getLiteralLexicalForm(),
                    object.getLiteralDatatypeURI(),
                    language.isEmpty() ? null : language,
                    null,
                    null);
        } else {
            canon.quad(name(triple.getSubject()), name(triple.getPredicate()), name(object), null, null, null, null);
        }
    }

    private static String name(Node term) {
        return term.isBlank() ? "_:" + term.getBlankNodeLabel() : term.getURI();
    }

    private static Node renamed(Node term, Map<String, String> names, String prefix) {
        if (!term.isBlank()) {
            return term;
        }
        String name = names.getOrDefault(name(term), name(term));
        return NodeFactory.createBlankNode(prefix + name.substring(2));
    }
}
