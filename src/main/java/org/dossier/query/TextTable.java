package org.dossier.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lays out a table for a screen: columns side by side, long cells broken between words, numbers one below the other by
 * their decimal points.
 */
final class TextTable {

    private static final String GAP = "  ";

    /** Narrower columns than this are no longer read; then each row becomes a block of its own. */
    private static final int NARROWEST = 12;

    private final List<String> heads;
    private final List<List<String>> rows;
    private final List<Boolean> isNumeric;

    /** @param isNumeric for each column, whether its cells stand to the right */
    TextTable(List<String> heads, List<List<String>> rows, List<Boolean> isNumeric) {
        this.heads = heads;
        this.isNumeric = isNumeric;
        this.rows = pointed(rows);
    }

    /** With as much room behind the whole part of each number as the longest fraction of its column takes. */
    private List<List<String>> pointed(List<List<String>> rows) {
        List<Integer> fractions = columns()
                .mapToObj(column -> isNumeric.get(column) ? longestFraction(rows, column) : 0)
                .toList();
        return rows.stream()
                .map(row -> columns()
                        .mapToObj(column -> pointed(row.get(column), fractions.get(column)))
                        .toList())
                .toList();
    }

    private static int longestFraction(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> fraction(row.get(column))).max().orElse(0);
    }

    private static String pointed(String cell, int fraction) {
        return cell.isEmpty() ? cell : cell + " ".repeat(Math.max(0, fraction - fraction(cell)));
    }

    /** How much of a number its point and the digits behind it are. */
    private static int fraction(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 0 : number.length() - point;
    }

    /** The lines of the table, none wider than the width where that can be helped. */
    List<String> lines(int width) {
        List<Integer> wanted = columns().mapToObj(this::widest).toList();
        int room = width - GAP.length() * (heads.size() - 1);
        int cap = cap(wanted, room);
        if (heads.isEmpty() || cap < NARROWEST) {
            return blocks(width);
        }
        List<Integer> widths =
                wanted.stream().map(column -> Math.min(column, cap)).toList();
        Stream<String> rules = Stream.of(joined(widths.stream().map("-"::repeat).toList()));
        return Stream.of(row(heads, widths), rules, rows.stream().flatMap(row -> row(row, widths)))
                .flatMap(lines -> lines)
                .toList();
    }

    private IntStream columns() {
        return IntStream.range(0, heads.size());
    }

    private int widest(int column) {
        return Stream.concat(Stream.of(heads), rows.stream())
                .flatMap(row -> row.get(column).lines())
                .mapToInt(DisplayWidth::of)
                .max()
                .orElse(0);
    }

    /** The width that no column may pass so that all fit: narrow columns keep theirs, wide ones share what is left. */
    private static int cap(List<Integer> wanted, int room) {
        int left = room;
        int columns = wanted.size();
        for (int width : wanted.stream().sorted().toList()) {
            if (width > left / columns) {
                return left / columns;
            }
            left -= width;
            columns--;
        }
        return Integer.MAX_VALUE;
    }

    private Stream<String> row(List<String> cells, List<Integer> widths) {
        List<List<String>> wrapped = columns()
                .mapToObj(column -> Wrapping.lines(cells.get(column), widths.get(column)))
                .toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height)
                .mapToObj(line -> joined(columns()
                        .mapToObj(column -> padded(wrapped.get(column), line, widths.get(column), column))
                        .toList()));
    }

    private String padded(List<String> lines, int line, int width, int column) {
        String text = line < lines.size() ? lines.get(line) : "";
        String space = " ".repeat(Math.max(0, width - DisplayWidth.of(text)));
        return isNumeric.get(column) ? space + text : text + space;
    }

    private static String joined(List<String> cells) {
        return String.join(GAP, cells).stripTrailing();
    }

    /** Each row as lines of <i>column: cell</i>, for screens too narrow for the columns. */
    private List<String> blocks(int width) {
        int names = heads.stream().mapToInt(DisplayWidth::of).max().orElse(0);
        int room = Math.max(NARROWEST, width - names - GAP.length());
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            columns().forEach(column -> block(heads.get(column), row.get(column), names, room, lines));
        }
        return lines;
    }

    private static void block(String head, String cell, int names, int room, List<String> lines) {
        String margin = head + " ".repeat(names - DisplayWidth.of(head));
        for (String line : Wrapping.lines(cell, room)) {
            lines.add((margin + GAP + line).stripTrailing());
            margin = " ".repeat(names);
        }
    }
}
