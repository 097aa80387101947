package org.dossier.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.dossier.query.Figures;
import org.dossier.query.ResultTable;
import org.dossier.vocabulary.Concept;
import org.jspecify.annotations.Nullable;

/**
 * An answer as people read it, a page of it at a time.
 *
 * @param rows those of this page
 * @param isPicture whether rows lead from one thing to another, so that they can be drawn
 */
public record AnswerTable(List<Column> columns, List<Row> rows, Paging paging, boolean isPicture) {

    static final String SORT = "sort";

    private static final int ROWS = 100;
    private static final String ANCHOR = "answer";

    public AnswerTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column.
     *
     * @param sort where the table stands in the order of this column
     * @param sorted as ARIA says it: {@code ascending}, {@code descending} or {@code none}
     */
    public record Column(String title, boolean isNumber, String sort, String sorted) {}

    /** A row; how its record stands, or nothing. */
    public record Row(List<Cell> cells, String standing) {}

    /** A value: a badge, or a name with or without a link. */
    public record Cell(Named value, @Nullable Standing badge, boolean isNumber) {

        private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d\\d){0,2}");

        private static final int LONG = 60;

        /** How the cell is set: numbers under each other, dates on one line, sentences not as a pillar of words. */
        public @Nullable String look() {
            if (isNumber) {
                return "number";
            }
            if (DATE.matcher(value.text()).matches()) {
                return "date";
            }
            return value.text().length() > LONG ? "sentence" : null;
        }
    }

    /** @param units what the numbers of a column count, where no other column says so */
    static AnswerTable of(ResultTable table, Map<String, Concept> units, Address address, Catalogue catalogue) {
        return new Maker(table, units, address, catalogue).make();
    }

    /** Lays out one answer. */
    private static final class Maker {
        private final ResultTable table;
        private final Address address;
        private final Catalogue catalogue;
        private final List<AnswerColumn> columns;

        Maker(ResultTable table, Map<String, Concept> units, Address address, Catalogue catalogue) {
            this.table = table;
            this.address = address;
            this.catalogue = catalogue;
            this.columns = AnswerColumn.of(table, units, catalogue);
        }

        AnswerTable make() {
            Paging paging = Paging.of(table.rows().size(), ROWS, address, ANCHOR);
            return new AnswerTable(
                    columns.stream().map(this::heading).toList(),
                    paging.part(sorted()).stream().map(this::row).toList(),
                    paging,
                    leads("from", "to") || leads("subject", "object"));
        }

        private boolean leads(String start, String end) {
            int from = table.columns().indexOf(start);
            int to = table.columns().indexOf(end);
            return from >= 0
                    && to >= 0
                    && table.rows().stream().anyMatch(row -> isThing(row.get(from)) && isThing(row.get(to)));
        }

        private static boolean isThing(@Nullable Node cell) {
            return cell != null && cell.isURI();
        }

        private Column heading(AnswerColumn column) {
            String wanted = address.parameter(SORT).orElse("");
            boolean isAscending = wanted.equals(column.name());
            String next = isAscending ? "-" + column.name() : column.name();
            String sorted = isAscending ? "ascending" : wanted.equals("-" + column.name()) ? "descending" : "none";
            Address at = address.with(SORT, next).with(Paging.PARAMETER, "");
            return new Column(Fields.words(column.name()), column.isNumber(), at.href() + "#" + ANCHOR, sorted);
        }

        private List<List<@Nullable Node>> sorted() {
            String wanted = address.parameter(SORT).orElse("");
            boolean isDescending = wanted.startsWith("-");
            Optional<AnswerColumn> by = columns.stream()
                    .filter(column -> column.name().equals(isDescending ? wanted.substring(1) : wanted))
                    .findFirst();
            if (by.isEmpty()) {
                return table.rows();
            }
            Comparator<List<@Nullable Node>> order = order(by.get());
            List<List<@Nullable Node>> rows = new ArrayList<>(table.rows());
            rows.sort(isDescending ? order.reversed() : order);
            return rows;
        }

        private Comparator<List<@Nullable Node>> order(AnswerColumn column) {
            if (column.isNumber()) {
                return Comparator.comparing(
                        row -> number(row.get(column.index())), Comparator.nullsFirst(NodeValue::compareAlways));
            }
            return Comparator.comparing(row -> {
                Node cell = row.get(column.index());
                return cell == null ? "" : catalogue.name(cell).toLowerCase(Locale.ROOT);
            });
        }

        private static @Nullable NodeValue number(@Nullable Node cell) {
            return cell == null ? null : NodeValue.makeNode(cell);
        }

        private Row row(List<@Nullable Node> row) {
            String standing = IntStream.range(0, row.size())
                    .filter(column -> table.columns().get(column).equals("standing"))
                    .mapToObj(column -> Optional.<Node>ofNullable(row.get(column)))
                    .flatMap(Optional::stream)
                    .filter(cell -> catalogue.isIn(cell, "standing"))
                    .map(cell -> catalogue.badge(cell).name())
                    .findFirst()
                    .orElse("");
            return new Row(
                    columns.stream().map(column -> column.cell(row, catalogue)).toList(), standing);
        }
    }

    /** How many rows there are, or which of them these are. */
    public String caption() {
        return paging.isWhole() ? Figures.counted(paging.items(), "row", "rows") : "Rows " + paging.words();
    }
}
