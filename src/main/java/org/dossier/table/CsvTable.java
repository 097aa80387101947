package org.dossier.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.Spliterator;
import java.util.TreeSet;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.jspecify.annotations.Nullable;

/** A CSV or TSV file, read by a parser that never makes the cells that no one reads. */
final class CsvTable extends Table {

    private final Source source;
    private final Source.Text text;
    private final Rows handler;
    private final CsvReader<Boolean> reader;
    private final Spliterator<Boolean> rows;
    private long nextNumber = 2;

    private CsvTable(Header header, Source source, Source.Text text, Rows handler, CsvReader<Boolean> reader) {
        super(header);
        this.source = source;
        this.text = text;
        this.handler = handler;
        this.reader = reader;
        this.rows = reader.spliterator();
    }

    static CsvTable open(Source source, Format format, Problems problems) throws IOException, UnreadableTableException {
        char delimiter = delimiter(source, format, problems);
        Source.Text text = source.open(problems);
        Rows handler = new Rows();
        CsvReader<Boolean> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(MOST_CHARS_IN_CELL)
                .build(handler, text.reader());
        try {
            advance(reader.spliterator(), source, text, handler);
            Place place = new Place(source.name(), Math.toIntExact(Math.max(handler.line, 1)), 0);
            requireHeader(handler.headers, place);
            warnOfDelimiter(handler.headers, place, problems);
            Header header = Header.of(handler.headers, source.layout(), place, problems);
            return new CsvTable(header, source, text, handler, reader);
        } catch (IOException | UnreadableTableException failure) {
            reader.close();
            throw failure;
        }
    }

    private static char delimiter(Source source, Format format, Problems problems)
            throws IOException, UnreadableTableException {
        @Nullable Character declared = source.layout().delimiter();
        char usual = format == Format.TSV ? '\t' : ',';
        return declared == null ? Delimiter.find(source, usual, problems) : declared;
    }

    private static void requireHeader(List<String> headers, Place place) throws UnreadableTableException {
        if (headers.isEmpty()) {
            throw new UnreadableTableException(Problem.error(
                    Place.wholeFile(place.file()),
                    "no-header",
                    "the file is empty",
                    "its first line must name the columns"));
        }
    }

    private static void warnOfDelimiter(List<String> headers, Place place, Problems problems) {
        String only = headers.get(0);
        for (char other : new char[] {';', '\t', '|', ','}) {
            if (headers.size() == 1 && only.indexOf(other) >= 0) {
                problems.warning(
                        place,
                        "wrong-delimiter",
                        "the header is a single cell: '" + only + "'",
                        "set 'delimiter: \"" + (other == '\t' ? "\\t" : other) + "\"' in source.yaml");
                return;
            }
        }
    }

    @Override
    public void select(List<Column> read, List<Column> watched) {
        handler.select(header().columns().size(), read, watched);
    }

    @Override
    public boolean fill(Batch batch) throws IOException, UnreadableTableException {
        batch.clear(nextNumber);
        handler.batch = batch;
        boolean isMore = true;
        while (isMore && !batch.isFull()) {
            isMore = advance(rows, source, text, handler);
        }
        nextNumber += batch.size();
        return batch.size() > 0;
    }

    private static boolean advance(Spliterator<Boolean> rows, Source source, Source.Text text, Rows handler)
            throws IOException, UnreadableTableException {
        try {
            return rows.tryAdvance(row -> {});
        } catch (UncheckedIOException failure) {
            throw source.readable(Objects.requireNonNull(failure.getCause()), text);
        } catch (CsvParseException broken) {
            throw new UnreadableTableException(
                    problem(broken, new Place(source.name(), Math.toIntExact(handler.line), 0)));
        }
    }

    private static Problem problem(CsvParseException broken, Place place) {
        String message = String.valueOf(broken.getMessage());
        if (message.startsWith("The maximum buffer size")) {
            return Problem.error(
                    place,
                    "cell-too-long",
                    String.format(
                            Locale.ROOT,
                            "a cell of the row that starts here has more than %,d characters",
                            MOST_CHARS_IN_CELL),
                    "most often a closing quotation mark is missing in that row or the one above");
        }
        return Problem.error(
                place,
                "broken-quotes",
                message.startsWith("Unclosed")
                        ? "the row that starts here ends inside quotation marks: the file is cut short, or a mark is"
                                + " missing"
                        : "in the row that starts here something follows a closing quotation mark",
                place.line() > 1
                        ? "a quotation mark inside a cell is written twice"
                        : "set 'delimiter' in source.yaml where cells are not parted by commas, as by some"
                                + " spreadsheets");
    }

    @Override
    public SortedSet<Integer> filled() {
        return handler.filled;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Takes the cells from the parser: of the first row as headers, of others into a batch. */
    private static final class Rows extends AbstractBaseCsvCallbackHandler<Boolean> {
        private static final int IGNORED = -1;
        private static final int WATCHED = -2;

        private final List<String> headers = new ArrayList<>();
        private final SortedSet<Integer> filled = new TreeSet<>();
        private int[] target = {};
        private @Nullable Batch batch;
        private long line;

        void select(int width, List<Column> read, List<Column> watched) {
            target = new int[width];
            Arrays.fill(target, IGNORED);
            watched.forEach(column -> target[column.index()] = WATCHED);
            for (int at = 0; at < read.size(); at++) {
                target[read.get(at).index()] = at;
            }
        }

        @Override
        protected void handleBegin(long startingLine) {
            line = startingLine;
            if (batch != null) {
                batch.beginRow(startingLine);
            }
        }

        @Override
        protected void handleField(int index, char[] chars, int offset, int length, boolean quoted) {
            if (batch == null) {
                headers.add(new String(chars, offset, length));
            } else if (length > 0 && index < target.length) {
                take(batch, index, chars, offset, length);
            }
        }

        private void take(Batch into, int index, char[] chars, int offset, int length) {
            int column = target[index];
            if (column >= 0) {
                into.add(column, chars, offset, length);
            } else if (column == WATCHED) {
                filled.add(index);
                target[index] = IGNORED;
            }
        }

        @Override
        protected Boolean buildRecord() {
            if (batch != null && getRecordType() == RecordType.DATA) {
                batch.endRow(getFieldCount());
            }
            return true;
        }
    }
}
