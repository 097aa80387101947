package org.dossier.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.Context;
import org.dossier.triples.SortedTurtle;
import org.jspecify.annotations.Nullable;

/**
 * Writes an answer in the form that was asked for, in UTF-8. Every failure of the stream reaches the caller: a full disk
 * must not look like an answer.
 */
public final class AnswerWriter {

    /** Width of a table that is not for a screen: as wide as its longest cells. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** What a terminal would obey, or a reader would not see. */
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]");

    private static final Pattern MARKUP = Pattern.compile("([\\\\|*`<>\\[\\]])");

    private final DisplayNames names;
    private final Map<String, String> prefixes;
    private final int width;

    /**
     * @param names how terms are shown in tables, Markdown and CSV
     * @param prefixes of the Turtle
     * @param width of the screen in columns, or {@link #UNLIMITED}
     */
    public AnswerWriter(DisplayNames names, Map<String, String> prefixes, int width) {
        this.names = names;
        this.prefixes = prefixes;
        this.width = width;
    }

    /**
     * Writes the whole answer and flushes the stream.
     *
     * @throws IOException when the stream takes no more
     */
    public void write(Answer answer, ResultFormat format, OutputStream out) throws IOException {
        KeptBack kept = new KeptBack(out);
        try {
            if (answer instanceof Answer.Rows rows) {
                table(rows.table(), format, kept);
            } else if (answer instanceof Answer.Triples triples) {
                triples(triples, format, kept);
            } else if (answer instanceof Answer.Verdict verdict) {
                verdict(verdict.isTrue(), format, kept);
            } else {
                throw new AssertionError(answer);
            }
        } catch (UncheckedIOException full) {
            throw full.getCause();
        } catch (RuntimeIOException full) {
            throw full.getCause() instanceof IOException cause ? cause : new IOException(full);
        }
        kept.deliver();
    }

    private void triples(Answer.Triples triples, ResultFormat format, OutputStream out) throws IOException {
        if (format == ResultFormat.TTL) {
            new SortedTurtle(prefixes).write(triples.graph(), out);
        } else {
            table(ResultTable.of(triples.graph()), format, out);
        }
    }

    private void table(ResultTable table, ResultFormat format, OutputStream out) throws IOException {
        switch (format) {
            case TABLE -> text(table, out);
            case MD -> markdown(table, out);
            case CSV -> csv(table, out);
            case TSV -> writer(ResultSetLang.RS_TSV).write(out, rowSet(table), new Context());
            case JSON -> writer(ResultSetLang.RS_JSON).write(out, rowSet(table), new Context());
            case TTL -> throw new IllegalArgumentException("rows are no triples");
        }
    }

    private void verdict(boolean isTrue, ResultFormat format, OutputStream out) throws IOException {
        switch (format) {
            case TABLE, MD -> lines(List.of(isTrue ? "yes" : "no"), out);
            case CSV, TSV -> lines(List.of(Boolean.toString(isTrue)), out);
            case JSON -> writer(ResultSetLang.RS_JSON).write(out, isTrue, new Context());
            case TTL -> throw new IllegalArgumentException("a verdict is no triple");
        }
    }

    private void text(ResultTable table, OutputStream out) throws IOException {
        List<String> heads = table.columns().stream().map(AnswerWriter::inWords).toList();
        List<List<String>> rows = cells(table, this::visible);
        lines(new TextTable(heads, rows, numeric(table)).lines(width), out);
    }

    private void markdown(ResultTable table, OutputStream out) throws IOException {
        List<String> heads = table.columns().stream().map(AnswerWriter::inWords).toList();
        List<String> rules = numeric(table).stream()
                .map(isNumber -> isNumber ? "---:" : "---")
                .toList();
        Writer writer = new OutputStreamWriter(out, UTF_8);
        writer.write(markdownRow(heads));
        writer.write(markdownRow(rules));
        for (List<String> row : cells(table, this::withoutMarkup)) {
            writer.write(markdownRow(row));
        }
        writer.flush();
    }

    private static String markdownRow(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private void csv(ResultTable table, OutputStream out) throws IOException {
        CsvWriter writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(new OutputStreamWriter(out, UTF_8));
        writer.writeRecord(table.columns());
        for (List<@Nullable Node> row : table.rows()) {
            writer.writeRecord(row.stream()
                    .map(cell -> cell == null ? null : names.of(cell))
                    .toList());
        }
        writer.flush();
    }

    private interface CellText {
        String of(Node cell);
    }

    private static List<List<String>> cells(ResultTable table, CellText text) {
        return table.rows().stream()
                .map(row -> row.stream()
                        .map(cell -> cell == null ? "" : text.of(cell))
                        .toList())
                .toList();
    }

    private String visible(Node cell) {
        return CONTROLS.matcher(names.toRead(cell).replace("\r\n", "\n").replace('\t', ' '))
                .replaceAll("\uFFFD");
    }

    private String withoutMarkup(Node cell) {
        return MARKUP.matcher(visible(cell)).replaceAll("\\\\$1").replace("\n", "<br>");
    }

    /** A column is numeric when all it holds are numbers. */
    private static List<Boolean> numeric(ResultTable table) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(column -> isNumeric(table, column))
                .toList();
    }

    private static boolean isNumeric(ResultTable table, int column) {
        List<Node> cells = table.rows().stream()
                .<@Nullable Node>map(row -> row.get(column))
                .filter(cell -> cell != null)
                .toList();
        return !cells.isEmpty()
                && cells.stream()
                        .allMatch(cell ->
                                cell.isLiteral() && NodeValue.makeNode(cell).isNumber());
    }

    /** {@code firmName} as <i>firm name</i>. */
    private static String inWords(String variable) {
        return variable.replaceAll("(?<=[a-z0-9])([A-Z])(?=[a-z]|$)", " $1").toLowerCase(Locale.ROOT);
    }

    private static void lines(List<String> lines, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, UTF_8);
        for (String line : lines) {
            writer.write(line);
            writer.write('\n');
        }
        writer.flush();
    }

    private static RowSetWriter writer(Lang form) {
        return RowSetWriterRegistry.getFactory(form).create(form);
    }

    private static RowSet rowSet(ResultTable table) {
        List<Var> variables = table.columns().stream().map(Var::alloc).toList();
        return RowSetStream.create(
                variables,
                table.rows().stream().map(row -> binding(variables, row)).iterator());
    }

    private static Binding binding(List<Var> variables, List<@Nullable Node> row) {
        BindingBuilder binding = Binding.builder();
        IntStream.range(0, row.size()).forEach(column -> {
            Node cell = row.get(column);
            if (cell != null) {
                binding.add(variables.get(column), cell);
            }
        });
        return binding.build();
    }

    /** Jena's writers flush after each cell, which would be a call of the system each time. */
    private static final class KeptBack extends BufferedOutputStream {

        private static final int BYTES = 1 << 16;

        KeptBack(OutputStream out) {
            super(out, BYTES);
        }

        @Override
        public void flush() {
            // Not before the end.
        }

        void deliver() throws IOException {
            super.flush();
        }
    }
}
