package org.dossier.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.dossier.query.Chart;
import org.dossier.query.Figures;
import org.dossier.query.ResultTable;
import org.dossier.query.SavedQuestion;
import org.jspecify.annotations.Nullable;

/**
 * An answer drawn as its question asks for. The table beneath tells the same, so that the drawing has but one sentence for
 * whoever cannot see it.
 *
 * @param form {@code bar}, {@code line} or {@code timeline}
 * @param marks what is drawn, from the top or from the left
 * @param points of the line; empty for the other forms
 */
public record Drawing(String form, String sentence, int height, List<Mark> marks, String points) {

    public static final int WIDTH = 720;

    private static final int MOST = 40;
    private static final int MOST_BARS = 20;
    private static final int LINE = 26;
    /** Room for labels, at most. */
    public static final int LEFT = 290;

    private static final int RIGHT = 110;
    private static final int LETTER = 7;
    private static final int CAPITAL = 9;
    private static final int GAP = 18;
    private static final int TALL = 260;
    private static final int MARGIN = 40;
    private static final int LONGEST_GROUP = 80;
    private static final Pattern DATE = Pattern.compile("(-?\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?.*");

    public Drawing {
        marks = List.copyOf(marks);
    }

    /**
     * One value.
     *
     * @param label who or what, or when
     * @param value in words
     * @param x of its middle or end
     * @param width of a bar
     */
    public record Mark(String label, String value, int x, int y, int width) {

        /** Whether it only says what the marks below it belong to. */
        public boolean isHeading() {
            return x == 0;
        }
    }

    /** @param group what it belongs to, where labels alone do not tell; else empty */
    private record Datum(String group, String label, double size, String value) {
        String name() {
            return group.isEmpty() ? label : group + ", " + label;
        }
    }

    /** Nothing where there is no chart, or too little to draw. */
    static @Nullable Drawing of(SavedQuestion question, ResultTable table, Catalogue catalogue) {
        Chart chart = question.chart();
        if (chart == null) {
            return null;
        }
        Data data = new Data(question, chart, table, catalogue);
        return switch (chart.form()) {
            case "bar" -> bars(data);
            case "line" -> data.isOfSeveral() || table.rows().size() > MOST ? null : line(data);
            default -> table.rows().size() > MOST ? null : timeline(data.all());
        };
    }

    /** What an answer has to draw, row by row. */
    private static final class Data {

        private static final int NONE = -1;

        private final Chart chart;
        private final ResultTable table;
        private final Catalogue catalogue;
        private final Map<Integer, AnswerColumn> columns = new LinkedHashMap<>();
        private final List<Integer> labels;
        private final int group;

        /** Those of which the answer has any. */
        private final List<String> amounts;

        Data(SavedQuestion question, Chart chart, ResultTable table, Catalogue catalogue) {
            this.chart = chart;
            this.table = table;
            this.catalogue = catalogue;
            AnswerColumn.of(table, question.units(), catalogue).forEach(column -> columns.put(column.index(), column));
            this.labels = labels();
            this.group = group();
            this.amounts = chart.amounts().stream().filter(this::hasAny).toList();
        }

        private boolean hasAny(String amount) {
            int index = table.columns().indexOf(amount);
            return table.rows().stream().anyMatch(row -> row.get(index) != null);
        }

        /** What is drawn, in words. */
        String words() {
            return amounts.stream().map(Drawing::lowerCase).collect(Collectors.joining(" and ")) + " by "
                    + lowerCase(chart.labels().get(0));
        }

        /** The first says what a row is about; those behind it count where they differ. */
        private List<Integer> labels() {
            List<Integer> named =
                    chart.labels().stream().map(table.columns()::indexOf).toList();
            return named.stream()
                    .filter(column -> column.equals(named.get(0)) || values(column) > 1)
                    .toList();
        }

        /** The column that tells rows apart which are called the same: the first, where it names things. */
        private int group() {
            boolean areAlike = table.rows().stream().map(this::label).distinct().count()
                    < table.rows().size();
            boolean isOfThings = !labels.contains(0)
                    && table.rows().stream().map(row -> row.get(0)).allMatch(cell -> cell != null && cell.isURI());
            return areAlike && isOfThings ? 0 : NONE;
        }

        private long values(int column) {
            return table.rows().stream().map(row -> row.get(column)).distinct().count();
        }

        /** Whether the rows speak of several things, whose values no single line may join. */
        boolean isOfSeveral() {
            return !labels.contains(0) && values(0) > 1;
        }

        List<Datum> all() {
            return table.rows().stream()
                    .flatMap(row -> amounts.stream().flatMap(amount -> datum(row, amount).stream()))
                    .toList();
        }

        private Optional<Datum> datum(List<@Nullable Node> row, String name) {
            int index = table.columns().indexOf(name);
            Node amount = row.get(index);
            AnswerColumn column = columns.get(index);
            if (row.get(labels.get(0)) == null || amount == null || !amount.isLiteral() || column == null) {
                return Optional.empty();
            }
            boolean isDate = chart.form().equals("timeline");
            Optional<Double> size = isDate ? years(amount.getLiteralLexicalForm()) : number(amount);
            String words =
                    isDate ? column.cell(row, catalogue).value().text() : column.roundedWords(amount, row, catalogue);
            String value = amounts.size() == 1 ? words : words + " " + lowerCase(name);
            return size.map(found -> new Datum(groupName(row), label(row), found, value));
        }

        private String groupName(List<@Nullable Node> row) {
            Node of = group == NONE ? null : row.get(group);
            return of == null ? "" : catalogue.name(of);
        }

        private String label(List<@Nullable Node> row) {
            return labels.stream()
                    .<@Nullable Node>map(row::get)
                    .flatMap(Stream::ofNullable)
                    .map(catalogue::name)
                    .collect(Collectors.joining(", "));
        }
    }

    private static Optional<Double> number(Node amount) {
        NodeValue value = NodeValue.makeNode(amount);
        return value.isNumber() ? Optional.of(value.getDouble()) : Optional.empty();
    }

    /** A date as years and parts of a year. */
    private static Optional<Double> years(String date) {
        Matcher parts = DATE.matcher(date);
        if (!parts.matches()) {
            return Optional.empty();
        }
        double month = parts.group(2) == null ? 6 : Integer.parseInt(parts.group(2)) - 1;
        double day = parts.group(3) == null ? 15 : Integer.parseInt(parts.group(3));
        return Optional.of(Integer.parseInt(parts.group(1)) + (month + day / 31) / 12);
    }

    private static @Nullable Drawing bars(Data answer) {
        List<Datum> all = answer.all();
        List<Datum> data = all.subList(0, Math.min(MOST_BARS, all.size()));
        double largest = data.stream().mapToDouble(Datum::size).max().orElse(0);
        if (largest <= 0) {
            return null;
        }
        List<Mark> marks = new ArrayList<>();
        int left = left(data);
        int room = WIDTH - left - right(data);
        String group = "";
        for (Datum datum : data) {
            if (!datum.group().equals(group)) {
                group = datum.group();
                marks.add(new Mark(Named.shortened(group, LONGEST_GROUP), "", 0, marks.size() * LINE + 4, 0));
            }
            int width = (int) Math.round(Math.max(0, datum.size()) / largest * room);
            marks.add(new Mark(shortened(datum.label()), datum.value(), left, marks.size() * LINE + 4, width));
        }
        if (data.size() < all.size()) {
            String rest = "The table goes on with " + Figures.grouped(all.size() - data.size()) + " more.";
            marks.add(new Mark(rest, "", 0, marks.size() * LINE + 4, 0));
        }
        String number = data.size() == all.size() ? "" : "the first ";
        String sentence = "Bars of " + answer.words() + ": " + number + data.size() + " values, the largest "
                + data.stream()
                        .filter(datum -> datum.size() == largest)
                        .findFirst()
                        .map(datum -> datum.name() + " with " + datum.value())
                        .orElse("")
                + ". The table tells all of them.";
        return new Drawing("bar", sentence, marks.size() * LINE + 8, marks, "");
    }

    /** As much room as the longest label takes. */
    private static int left(List<Datum> data) {
        return widest(data.stream().map(datum -> shortened(datum.label()))) + GAP;
    }

    private static int right(List<Datum> data) {
        return widest(data.stream().map(Datum::value)) + GAP;
    }

    private static int widest(Stream<String> texts) {
        return texts.mapToInt(Drawing::width).max().orElse(0);
    }

    /** About as much as a text takes. */
    private static int width(String text) {
        return text.codePoints()
                .map(letter -> Character.isUpperCase(letter) ? CAPITAL : LETTER)
                .sum();
    }

    private static @Nullable Drawing line(Data answer) {
        List<Datum> data = answer.all();
        record At(double years, Datum datum) {}
        List<At> dated = data.stream()
                .flatMap(datum -> years(datum.label()).map(when -> new At(when, datum)).stream())
                .toList();
        double first = dated.stream().mapToDouble(At::years).min().orElse(0);
        double last = dated.stream().mapToDouble(At::years).max().orElse(0);
        double largest = data.stream().mapToDouble(Datum::size).max().orElse(0);
        if (dated.size() < 2 || last <= first || largest <= 0) {
            return null;
        }
        List<Mark> marks = dated.stream()
                .map(at -> new Mark(
                        at.datum().label(),
                        at.datum().value(),
                        scaled(at.years() - first, last - first, MARGIN + 40, WIDTH - MARGIN - 60),
                        scaled(at.datum().size(), largest, TALL - MARGIN, MARGIN),
                        0))
                .toList();
        StringBuilder points = new StringBuilder();
        marks.forEach(
                mark -> points.append(mark.x()).append(',').append(mark.y()).append(' '));
        String sentence = "Line of " + answer.words() + ": from " + marks.get(0).value() + " ("
                + marks.get(0).label()
                + ") to " + marks.get(marks.size() - 1).value() + " ("
                + marks.get(marks.size() - 1).label()
                + "). The table tells all values.";
        return new Drawing("line", sentence, TALL, marks, points.toString().strip());
    }

    private static @Nullable Drawing timeline(List<Datum> data) {
        double first = data.stream().mapToDouble(Datum::size).min().orElse(0);
        double last = data.stream().mapToDouble(Datum::size).max().orElse(0);
        if (data.size() < 2 || last <= first) {
            return null;
        }
        List<Mark> marks = new ArrayList<>();
        for (Datum datum : data) {
            int x = scaled(datum.size() - first, last - first, LEFT + 8, WIDTH - RIGHT);
            marks.add(new Mark(shortened(datum.label()), datum.value(), x, marks.size() * LINE + 16, 0));
        }
        String sentence = "Timeline of " + data.size() + " records, from "
                + data.get(0).value() + " to " + data.get(data.size() - 1).value() + ". The table tells all of them.";
        return new Drawing("timeline", sentence, data.size() * LINE + 8, marks, "");
    }

    private static int scaled(double part, double whole, int from, int to) {
        return BigDecimal.valueOf(from + part / whole * (to - from))
                .setScale(0, RoundingMode.HALF_UP)
                .intValue();
    }

    private static String lowerCase(String column) {
        return Fields.words(column).toLowerCase(Locale.ROOT);
    }

    /** As much of a name as there is room for. */
    private static String shortened(String name) {
        int letters = name.length();
        while (width(Named.shortened(name, letters)) > LEFT - GAP) {
            letters--;
        }
        return Named.shortened(name, letters);
    }
}
