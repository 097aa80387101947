package org.dossier.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.dossier.query.ResultTable;
import org.jspecify.annotations.Nullable;

/**
 * An answer as people read it, a page of it at a time.
 *
 * @param rowsInAll of the whole answer
 * @param first number of the first row that is shown, from 1
 * @param last number of the last row that is shown
 */
public record AnswerTable(
        List<Column> columns,
        List<Row> rows,
        int rowsInAll,
        int first,
        int last,
        @Nullable Paging paging) {

    static final String SORT = "sort";
    static final String PAGE = "page";

    private static final int ROWS = 100;

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
    public record Cell(Named value, @Nullable Standing badge, boolean isNumber) {}

    /** Where the neighbouring pages of the table are. */
    public record Paging(
            int page,
            int pages,
            @Nullable String before,
            @Nullable String after) {}

    static AnswerTable of(ResultTable table, Address address, Catalogue catalogue) {
        return new Maker(table, address, catalogue).make();
    }

    /** Lays out one answer. */
    private static final class Maker {
        private final ResultTable table;
        private final Address address;
        private final Catalogue catalogue;
        private final List<AnswerColumn> columns;

        Maker(ResultTable table, Address address, Catalogue catalogue) {
            this.table = table;
            this.address = address;
            this.catalogue = catalogue;
            this.columns = AnswerColumn.of(table, catalogue);
        }

        AnswerTable make() {
            List<List<@Nullable Node>> sorted = sorted();
            int pages = Math.max(1, (sorted.size() + ROWS - 1) / ROWS);
            int page = page(pages);
            int from = (page - 1) * ROWS;
            int to = Math.min(sorted.size(), from + ROWS);
            return new AnswerTable(
                    columns.stream().map(this::heading).toList(),
                    sorted.subList(from, to).stream().map(this::row).toList(),
                    sorted.size(),
                    Math.min(from + 1, to),
                    to,
                    pages == 1 ? null : paging(page, pages));
        }

        private int page(int pages) {
            return address.parameter(PAGE)
                    .filter(typed -> typed.matches("[0-9]{1,6}"))
                    .map(typed -> Math.min(pages, Math.max(1, Integer.parseInt(typed))))
                    .orElse(1);
        }

        private Paging paging(int page, int pages) {
            return new Paging(
                    page, pages, page > 1 ? pageHref(page - 1) : null, page < pages ? pageHref(page + 1) : null);
        }

        private String pageHref(int page) {
            return address.with(PAGE, page == 1 ? "" : Integer.toString(page)).href() + "#answer";
        }

        private Column heading(AnswerColumn column) {
            String wanted = address.parameter(SORT).orElse("");
            boolean isAscending = wanted.equals(column.name());
            String next = isAscending ? "-" + column.name() : column.name();
            String sorted = isAscending ? "ascending" : wanted.equals("-" + column.name()) ? "descending" : "none";
            Address at = address.with(SORT, next).with(PAGE, "");
            return new Column(Fields.words(column.name()), column.isNumber(), at.href() + "#answer", sorted);
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
        return paging == null
                ? Figures.counted(rowsInAll, "row", "rows")
                : "Rows " + Figures.grouped(first) + " to " + Figures.grouped(last) + " of "
                        + Figures.grouped(rowsInAll);
    }
}
