package org.dossier.triples;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** The one order in which terms and triples are written, whatever order they are held in. */
public final class TermOrder {

    /** IRIs, then blank nodes, then literals; each by their characters. */
    public static final Comparator<Node> TERMS = Comparator.comparingInt(TermOrder::rank)
            .thenComparing(TermOrder::text)
            .thenComparing(TermOrder::datatype)
            .thenComparing(TermOrder::language);

    /** What a thing is, then what it is called, then the rest by their IRIs. */
    public static final Comparator<Node> PREDICATES =
            Comparator.comparingInt(TermOrder::importance).thenComparing(TERMS);

    /** By subject, predicate and object. */
    public static final Comparator<Triple> TRIPLES = Comparator.comparing(Triple::getSubject, TERMS)
            .thenComparing(Triple::getPredicate, PREDICATES)
            .thenComparing(Triple::getObject, TERMS);

    private TermOrder() {}

    /** All triples of a graph in their order. */
    public static List<Triple> sorted(Graph graph) {
        return graph.stream().sorted(TRIPLES).toList();
    }

    private static int rank(Node term) {
        if (term.isURI()) {
            return 0;
        }
        if (term.isBlank()) {
            return 1;
        }
        return term.isLiteral() ? 2 : 3;
    }

    private static String text(Node term) {
        if (term.isURI()) {
            return term.getURI();
        }
        if (term.isBlank()) {
            return term.getBlankNodeLabel();
        }
        return term.isLiteral() ? term.getLiteralLexicalForm() : term.toString();
    }

    private static String datatype(Node term) {
        return term.isLiteral() ? term.getLiteralDatatypeURI() : "";
    }

    private static String language(Node term) {
        return term.isLiteral() ? term.getLiteralLanguage() : "";
    }

    private static int importance(Node predicate) {
        if (predicate.equals(RDF.type.asNode())) {
            return 0;
        }
        return predicate.equals(RDFS.label.asNode()) ? 1 : 2;
    }
}
