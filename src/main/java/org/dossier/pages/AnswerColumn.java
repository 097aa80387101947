package org.dossier.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.vocabulary.XSD;
import org.dossier.query.ResultTable;
import org.dossier.vocabulary.Concept;
import org.jspecify.annotations.Nullable;

/**
 * A column of an answer as it is shown. A number takes the precision before it and the unit behind it into its own cell:
 * three columns of the answer, one for readers.
 *
 * @param name of the variable
 * @param index of its value in a row
 * @param precision index of how closely the number is known; absent where no column says so
 * @param unit index of what the number counts; absent where no column says so
 * @param countedIn what it counts where the question says so
 */
record AnswerColumn(
        String name,
        int index,
        boolean isNumber,
        @Nullable Integer precision,
        @Nullable Integer unit,
        @Nullable Concept countedIn) {

    /** A year is a number that nobody adds up: it has no comma, and stands where words do. */
    private static final Pattern YEAR = Pattern.compile("(.*Y|y)ear");

    /** @param units what the numbers of a column count, by its name */
    static List<AnswerColumn> of(ResultTable table, Map<String, Concept> units, Catalogue catalogue) {
        List<AnswerColumn> columns = new ArrayList<>();
        int count = table.columns().size();
        for (int i = 0; i < count; i++) {
            boolean isPrecision = all(table, i, cell -> catalogue.isIn(cell, "precision"));
            int number = isPrecision ? i + 1 : i;
            boolean isNumber = number < count
                    && !YEAR.matcher(table.columns().get(number)).matches()
                    && all(table, number, AnswerColumn::isNumber);
            boolean hasUnit =
                    isNumber && number + 1 < count && all(table, number + 1, cell -> catalogue.isIn(cell, "unit"));
            if (isNumber) {
                columns.add(new AnswerColumn(
                        table.columns().get(number),
                        number,
                        true,
                        isPrecision ? i : null,
                        hasUnit ? number + 1 : null,
                        units.get(table.columns().get(number))));
                i = hasUnit ? number + 1 : number;
            } else {
                columns.add(new AnswerColumn(table.columns().get(i), i, false, null, null, null));
            }
        }
        return columns;
    }

    /** Whether all that a column holds is such, and it holds something. */
    private static boolean all(ResultTable table, int column, Predicate<Node> test) {
        boolean isEmpty = true;
        for (List<@Nullable Node> row : table.rows()) {
            Node cell = row.get(column);
            if (cell != null && !test.test(cell)) {
                return false;
            }
            isEmpty &= cell == null;
        }
        return !isEmpty;
    }

    private static boolean isNumber(Node cell) {
        return cell.isLiteral() && NodeValue.makeNode(cell).isNumber();
    }

    AnswerTable.Cell cell(List<@Nullable Node> row, Catalogue catalogue) {
        Node value = row.get(index);
        if (value == null) {
            return new AnswerTable.Cell(Named.plain(""), null, isNumber);
        }
        if (isNumber) {
            return new AnswerTable.Cell(Named.plain(words(value, row, catalogue)), null, true);
        }
        if (catalogue.isIn(value, "standing")) {
            return new AnswerTable.Cell(Named.plain(""), catalogue.badge(value), false);
        }
        return new AnswerTable.Cell(shown(value, catalogue), null, false);
    }

    private String words(Node value, List<@Nullable Node> row, Catalogue catalogue) {
        return countedIn == null
                ? Amounts.words(at(row, precision), value, at(row, unit), catalogue)
                : Amounts.words(at(row, precision), value, countedIn, catalogue);
    }

    /** The number with its unit, in as few letters as a drawing has room for. */
    String roundedWords(Node value, List<@Nullable Node> row, Catalogue catalogue) {
        return countedIn == null ? words(value, row, catalogue) : Amounts.rounded(value, countedIn);
    }

    private static @Nullable Node at(List<@Nullable Node> row, @Nullable Integer column) {
        return column == null ? null : row.get(column);
    }

    private static Named shown(Node value, Catalogue catalogue) {
        if (!value.isLiteral()) {
            return catalogue.named(value);
        }
        String text = value.getLiteralLexicalForm();
        String type = value.getLiteralDatatypeURI();
        if (type.equals(XSD.xboolean.getURI())) {
            return Named.plain(text.equals("true") || text.equals("1") ? "yes" : "no");
        }
        return type.equals(XSD.anyURI.getURI()) ? Catalogue.address(text) : Named.plain(text);
    }
}
