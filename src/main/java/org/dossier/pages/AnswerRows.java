package org.dossier.pages;

import java.net.URI;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.ResultSetGraphVocab;
import org.apache.jena.vocabulary.RDF;
import org.dossier.query.ResultTable;
import org.jspecify.annotations.Nullable;

/** Rows as triples, in the vocabulary that the tests of SPARQL use; each row and each cell has an IRI of its own. */
final class AnswerRows {

    private final String iri;
    private final Graph triples = GraphMemFactory.createDefaultGraphSameTerm();

    /** @param base IRI that the dossier's ids are put behind */
    AnswerRows(String question, String base) {
        this.iri = URI.create(base).resolve("../q/" + Address.encoded(question)).toString();
    }

    Graph of(ResultTable table) {
        Node answer = NodeFactory.createURI(iri);
        add(answer, RDF.type.asNode(), ResultSetGraphVocab.ResultSet.asNode());
        table.columns()
                .forEach(column -> add(
                        answer, ResultSetGraphVocab.resultVariable.asNode(), NodeFactory.createLiteralString(column)));
        for (int i = 0; i < table.rows().size(); i++) {
            Node row = NodeFactory.createURI(iri + "#row-" + (i + 1));
            add(answer, ResultSetGraphVocab.solution.asNode(), row);
            add(row, ResultSetGraphVocab.index.asNode(), number(i + 1));
            addCells(row, table.rows().get(i), table.columns());
        }
        return triples;
    }

    private void addCells(Node row, List<@Nullable Node> cells, List<String> columns) {
        for (int i = 0; i < columns.size(); i++) {
            Node value = cells.get(i);
            if (value != null) {
                Node cell = NodeFactory.createURI(row.getURI() + "-" + Address.encoded(columns.get(i)));
                add(row, ResultSetGraphVocab.binding.asNode(), cell);
                add(cell, ResultSetGraphVocab.variable.asNode(), NodeFactory.createLiteralString(columns.get(i)));
                add(cell, ResultSetGraphVocab.value.asNode(), value);
            }
        }
    }

    private static Node number(int number) {
        return NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger);
    }

    private void add(Node subject, Node property, Node value) {
        triples.add(Triple.create(subject, property, value));
    }
}
