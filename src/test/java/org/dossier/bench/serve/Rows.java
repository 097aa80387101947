package org.dossier.bench.serve;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.query.ResultSetRewindable;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.jspecify.annotations.Nullable;

/**
 * Compares rows with those expected. Jena's own comparison tries every order of rows that differ, which takes for ever, so
 * it is only asked about blank nodes, once everything else is the same.
 */
final class Rows {

    private final ResultSetRewindable rows;

    Rows(ResultSet rows) {
        this.rows = ResultSetFactory.makeRewindable(rows);
    }

    boolean isSameAs(Rows expected, boolean inOrder, boolean oftenAsItLikes) {
        if (!rows.getResultVars().containsAll(expected.rows.getResultVars())) {
            return false;
        }
        List<String> own = lines(expected.rows.getResultVars());
        List<String> wanted = expected.lines(expected.rows.getResultVars());
        if (oftenAsItLikes) {
            return new LinkedHashSet<>(own).equals(new LinkedHashSet<>(wanted));
        }
        if (!inOrder) {
            own.sort(null);
            wanted.sort(null);
        }
        return own.equals(wanted) && (!own.toString().contains("_:b") || isIsomorphic(expected));
    }

    private boolean isIsomorphic(Rows expected) {
        rows.reset();
        expected.rows.reset();
        return ResultsCompare.equalsByValue(rows, expected.rows);
    }

    private List<String> lines(List<String> columns) {
        rows.reset();
        List<String> lines = new ArrayList<>();
        rows.forEachRemaining(row -> {
            List<String> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(
                    row.get(column) == null ? "" : text(row.get(column).asNode())));
            lines.add(String.join("\t", cells));
        });
        return lines;
    }

    /** The same for equal values, and for all blank nodes. */
    private static String text(@Nullable Node node) {
        if (node == null || node.isBlank()) {
            return "_:b";
        }
        return node.isLiteral() ? value(node) : NodeFmtLib.strNT(node);
    }

    private static String value(Node literal) {
        String type = literal.getLiteralDatatypeURI().replaceFirst(".*#", "");
        try {
            return switch (type) {
                case "integer", "decimal" ->
                    type
                            + new BigDecimal(literal.getLiteralLexicalForm())
                                    .stripTrailingZeros()
                                    .toPlainString();
                case "double", "float" -> type + Double.parseDouble(literal.getLiteralLexicalForm());
                default -> NodeFmtLib.strNT(literal);
            };
        } catch (NumberFormatException odd) {
            return NodeFmtLib.strNT(literal);
        }
    }
}
