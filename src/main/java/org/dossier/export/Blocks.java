package org.dossier.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.XSD;
import org.dossier.triples.Literals;
import org.dossier.triples.TermOrder;

/** The triples of graphs in the order in which they are written, numbers in their one form. */
final class Blocks {

    private Blocks() {}

    /** All triples of a graph, sorted, none twice. */
    static List<Triple> sorted(Graph graph) {
        return graph.stream()
                .map(Blocks::canonical)
                .distinct()
                .sorted(TermOrder.TRIPLES)
                .toList();
    }

    /** The same, cut into what is said of each subject. */
    static List<List<Triple>> bySubject(List<Triple> sorted) {
        List<List<Triple>> blocks = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= sorted.size(); to++) {
            if (to == sorted.size()
                    || !sorted.get(to).getSubject().equals(sorted.get(from).getSubject())) {
                blocks.add(sorted.subList(from, to));
                from = to;
            }
        }
        return blocks;
    }

    private static Triple canonical(Triple triple) {
        Node object = triple.getObject();
        return isDecimal(object)
                ? Triple.create(
                        triple.getSubject(),
                        triple.getPredicate(),
                        Literals.decimal(new BigDecimal(object.getLiteralLexicalForm())))
                : triple;
    }

    private static boolean isDecimal(Node object) {
        return object.isLiteral()
                && object.getLiteralDatatypeURI().equals(XSD.decimal.getURI())
                && object.getLiteralDatatype().isValid(object.getLiteralLexicalForm());
    }
}
