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
import org.dossier.query.ResultTable;
import org.dossier.query.SavedQuestion;
import org.dossier.vocabulary.Concept;
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
    private static final int LINE = 26;
    private static final int LEFT = 250;
    private static final int RIGHT = 110;
    private static final int TALL = 260;
    private static final int MARGIN = 40;
    private static final int LONGEST_NAME = 34;
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
    public record Mark(String label, String value, int x, int y, int width) {}

    private record Datum(String label, double size, String value) {}

    /** Nothing where there is no chart, or too little to draw. */
    static @Nullable Drawing of(SavedQuestion question, ResultTable table, Catalogue catalogue) {
        Chart chart = question.chart();
        if (chart == null) {
            return null;
        }
        List<Datum> data = new Data(chart, question.units(), table, catalogue).all();
        return switch (chart.form()) {
            case "bar" -> bars(chart, data);
            case "line" -> data.size() > MOST ? null : line(chart, data);
            default -> data.size() > MOST ? null : timeline(data);
        };
    }

    /** What an answer has to draw, row by row. */
    private static final class Data {

        private final Chart chart;
        private final ResultTable table;
        private final Catalogue catalogue;
        private final List<Integer> labels;
        private final Map<Integer, AnswerColumn> columns = new LinkedHashMap<>();

        Data(Chart chart, Map<String, Concept> units, ResultTable table, Catalogue catalogue) {
            this.chart = chart;
            this.table = table;
            this.catalogue = catalogue;
            AnswerColumn.of(table, units, catalogue).forEach(column -> columns.put(column.index(), column));
            List<Integer> named =
                    chart.labels().stream().map(table.columns()::indexOf).toList();
            this.labels = named.stream()
                    .filter(column -> column.equals(named.get(0)) || tellsApart(column))
                    .toList();
        }

        private boolean tellsApart(int column) {
            return table.rows().stream().map(row -> row.get(column)).distinct().count() > 1;
        }

        List<Datum> all() {
            return table.rows().stream()
                    .flatMap(row -> chart.amounts().stream().flatMap(amount -> datum(row, amount).stream()))
                    .toList();
        }

        private Optional<Datum> datum(List<@Nullable Node> row, String name) {
            int index = table.columns().indexOf(name);
            Node amount = row.get(index);
            AnswerColumn column = columns.get(index);
            if (row.get(labels.get(0)) == null || amount == null || !amount.isLiteral() || column == null) {
                return Optional.empty();
            }
            String words = chart.form().equals("timeline")
                    ? column.cell(row, catalogue).value().text()
                    : column.roundedWords(amount, row, catalogue);
            String value = chart.amounts().size() == 1 ? words : words + " " + lowerCase(name);
            return size(amount).map(size -> new Datum(label(row), size, value));
        }

        private Optional<Double> size(Node amount) {
            return chart.form().equals("timeline") ? years(amount.getLiteralLexicalForm()) : number(amount);
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

    private static @Nullable Drawing bars(Chart chart, List<Datum> all) {
        List<Datum> data = all.subList(0, Math.min(MOST, all.size()));
        double largest = data.stream().mapToDouble(Datum::size).max().orElse(0);
        if (largest <= 0) {
            return null;
        }
        List<Mark> marks = new ArrayList<>();
        for (Datum datum : data) {
            int width = (int) Math.round(Math.max(0, datum.size()) / largest * (WIDTH - LEFT - RIGHT));
            marks.add(new Mark(shortened(datum.label()), datum.value(), LEFT, marks.size() * LINE + 4, width));
        }
        String number = data.size() == all.size() ? "" : "the first ";
        String sentence = "Bars of " + words(chart) + ": " + number + data.size() + " values, the largest "
                + data.stream()
                        .filter(datum -> datum.size() == largest)
                        .findFirst()
                        .map(datum -> datum.label() + " with " + datum.value())
                        .orElse("")
                + ". The table tells all of them.";
        return new Drawing("bar", sentence, data.size() * LINE + 8, marks, "");
    }

    private static @Nullable Drawing line(Chart chart, List<Datum> data) {
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
        String sentence = "Line of " + words(chart) + ": from " + marks.get(0).value() + " ("
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

    private static String words(Chart chart) {
        String amounts = chart.amounts().stream().map(Drawing::lowerCase).collect(Collectors.joining(" and "));
        return amounts + " by " + lowerCase(chart.labels().get(0));
    }

    private static String lowerCase(String column) {
        return Fields.words(column).toLowerCase(Locale.ROOT);
    }

    private static String shortened(String name) {
        return Named.shortened(name, LONGEST_NAME);
    }
}
