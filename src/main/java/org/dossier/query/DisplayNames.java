package org.dossier.query;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;

/** What people read instead of a term: the label of a thing, a number without needless zeros, the words of a text. */
public final class DisplayNames {

    private static final List<Node> LABELS =
            List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), DCTerms.title.asNode());

    private static final BigInteger BIGGEST_YEAR = BigInteger.valueOf(9_999);

    private static final List<Node> LINK = List.of(RDF.subject.asNode(), RDF.predicate.asNode(), RDF.object.asNode());

    /** Without a language, then English, then whatever there is. */
    private static final Comparator<Node> LANGUAGE =
            Comparator.<Node>comparingInt(DisplayNames::rank).thenComparing(Node::getLiteralLexicalForm);

    private final Graph graph;
    private final PrefixMap prefixes;
    private final boolean labelled;
    private final Map<Node, String> known = new HashMap<>();

    private DisplayNames(Graph graph, Map<String, String> prefixes, boolean labelled) {
        this.graph = graph;
        this.prefixes = PrefixMapFactory.create(prefixes);
        this.labelled = labelled;
    }

    /** Labels where the graph has them, else IRIs shortened by the prefixes. */
    public static DisplayNames labels(Graph graph, Map<String, String> prefixes) {
        return new DisplayNames(graph, prefixes, true);
    }

    /** IRIs shortened by the prefixes, and values exactly as they stand in the graph. */
    public static DisplayNames iris(Map<String, String> prefixes) {
        return new DisplayNames(Graph.emptyGraph, prefixes, false);
    }

    /** The text to show for a term. */
    public String of(Node term) {
        if (term.isLiteral()) {
            return labelled && term.getLiteralDatatypeURI().equals(XSD.decimal.getURI())
                    ? term.getLiteralLexicalForm().replaceFirst("\\.0+$", "")
                    : term.getLiteralLexicalForm();
        }
        if (term.isURI()) {
            return known.computeIfAbsent(term, this::nameOf);
        }
        return term.isBlank() ? "_:" + term.getBlankNodeLabel() : term.toString();
    }

    /**
     * The text to show for a term to somebody who reads it and does not compute with it: thousands of amounts are set
     * apart. Whole numbers of four digits stay as they are, since many of them are years.
     */
    String toRead(Node term) {
        String text = of(term);
        return labelled && isLongNumber(term) ? Figures.grouped(text) : text;
    }

    private static boolean isLongNumber(Node term) {
        if (!term.isLiteral()) {
            return false;
        }
        NodeValue value = NodeValue.makeNode(term);
        return value.isInteger() ? value.getInteger().abs().compareTo(BIGGEST_YEAR) > 0 : value.isDecimal();
    }

    private String nameOf(Node iri) {
        return labelOf(iri)
                .or(() -> linkOf(iri))
                .or(() -> Optional.ofNullable(prefixes.abbreviate(iri.getURI())))
                .orElse(iri.getURI());
    }

    /** A claim is called by its link: <i>ICE uses Azure</i>. */
    private Optional<String> linkOf(Node claim) {
        List<String> parts = LINK.stream()
                .flatMap(part -> graph.find(claim, part, Node.ANY).toList().stream())
                .flatMap(triple -> labelOf(triple.getObject()).stream())
                .toList();
        return parts.size() == LINK.size() ? Optional.of(String.join(" ", parts)) : Optional.empty();
    }

    private Optional<String> labelOf(Node iri) {
        return LABELS.stream()
                .flatMap(property -> graph.find(iri, property, Node.ANY).toList().stream()
                        .map(triple -> triple.getObject())
                        .filter(Node::isLiteral)
                        .min(LANGUAGE)
                        .stream())
                .findFirst()
                .map(Node::getLiteralLexicalForm);
    }

    private static int rank(Node label) {
        String language = label.getLiteralLanguage();
        if (language.isEmpty()) {
            return 0;
        }
        return language.startsWith("en") ? 1 : 2;
    }
}
