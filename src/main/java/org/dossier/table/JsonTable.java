package org.dossier.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dossier.problem.JsonMistake;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file as a table. Each object that the row path leads to is a row. The value of a member is a cell under the
 * member's name; inside a nested object the names are joined by dots. Values in arrays go into the cell of their path,
 * one behind the other with {@link #LIST_SEPARATOR} between them; {@code null} and the empty text are empty cells.
 *
 * <p>The file is read twice, first to find out which columns there are.
 */
final class JsonTable extends Table {

    private static final int MOST_COLUMNS = 10_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MOST_CHARS_IN_CELL)
                    .build())
            .build();

    /** A place in the tree of names; it is a column once a value was found there. */
    private static final class Path {
        private final String name;
        private final Map<String, Path> members = new LinkedHashMap<>();
        private int index = -1;

        Path(String name) {
            this.name = name;
        }

        Path member(String key) {
            return members.computeIfAbsent(key, unknown -> new Path(name.isEmpty() ? key : name + "." + key));
        }
    }

    private final Path root;
    private final Reading reading;
    private final @Nullable StringBuilder[] cells;
    private final SortedSet<Integer> filled = new TreeSet<>();
    private List<Column> read = List.of();
    private boolean[] isWatched = {};
    private long nextNumber = 1;

    private JsonTable(Header header, Path root, Reading reading) {
        super(header);
        this.root = root;
        this.reading = reading;
        this.cells = new StringBuilder[header.columns().size()];
    }

    static JsonTable open(Source source, Format format, Problems problems)
            throws IOException, UnreadableTableException {
        List<String> headers = new ArrayList<>();
        Path root = new Path("");
        Source silent = new Source(source.file(), source.layout(), bytes -> {});
        try (Reading first = new Reading(silent, format, problems)) {
            while (first.nextRow()) {
                first.row(root, (path, text) -> {
                    if (path.index < 0) {
                        path.index = headers.size();
                        headers.add(path.name);
                    }
                });
                requireFewColumns(headers, source.name());
            }
        }
        Place place = Place.wholeFile(source.name());
        if (headers.isEmpty()) {
            throw new UnreadableTableException(Problem.error(
                    place,
                    "no-header",
                    "no row was found",
                    "set 'rows' in source.yaml to the path of the rows, such as /results/*"));
        }
        Header header = Header.of(headers, source.layout(), place, problems);
        return new JsonTable(header, root, new Reading(source, format, new Problems()));
    }

    private static void requireFewColumns(List<String> headers, String file) throws UnreadableTableException {
        if (headers.size() > MOST_COLUMNS) {
            throw new UnreadableTableException(Problem.error(
                    Place.wholeFile(file),
                    "too-many-columns",
                    "the rows have more than " + MOST_COLUMNS + " different members, such as '"
                            + headers.get(MOST_COLUMNS) + "'",
                    "set 'rows' in source.yaml to the path of the rows, such as /results/*"));
        }
    }

    @Override
    public void select(List<Column> columnsToRead, List<Column> watched) {
        read = List.copyOf(columnsToRead);
        isWatched = new boolean[cells.length];
        watched.forEach(column -> isWatched[column.index()] = true);
    }

    @Override
    public boolean fill(Batch batch) throws IOException, UnreadableTableException {
        batch.clear(nextNumber);
        while (!batch.isFull() && reading.nextRow()) {
            batch.beginRow(reading.line());
            Arrays.fill(cells, null);
            reading.row(root, this::append);
            for (int at = 0; at < read.size(); at++) {
                copy(batch, at, cells[read.get(at).index()]);
            }
            batch.endRow(cells.length);
        }
        nextNumber += batch.size();
        return batch.size() > 0;
    }

    private void append(Path path, String text) {
        StringBuilder cell = cells[path.index];
        if (cell == null) {
            cells[path.index] = new StringBuilder(text);
        } else {
            cell.append(LIST_SEPARATOR).append(text);
        }
        if (isWatched[path.index] && !text.isEmpty()) {
            filled.add(path.index);
        }
    }

    private static void copy(Batch batch, int column, @Nullable StringBuilder cell) {
        if (cell != null) {
            char[] chars = cell.toString().toCharArray();
            batch.add(column, chars, 0, chars.length);
        }
    }

    @Override
    public SortedSet<Integer> filled() {
        return filled;
    }

    @Override
    public void close() throws IOException {
        reading.close();
    }

    /** Takes each value that is not null, with the path it stands at. */
    private interface Values {
        void take(Path path, String text);
    }

    /** One way through the file. */
    private static final class Reading implements AutoCloseable {
        private final Source source;
        private final Source.Text text;
        private final JsonParser parser;
        private final RowPath rowPath;

        Reading(Source source, Format format, Problems problems) throws IOException, UnreadableTableException {
            this.source = source;
            this.text = source.open(problems);
            this.parser = JSON.createParser(text.reader());
            this.rowPath = RowPath.of(source.layout().rows(), format);
        }

        /** Goes to the next row; the parser then stands at its opening brace. */
        boolean nextRow() throws IOException, UnreadableTableException {
            boolean isThere = guarded(() -> rowPath.next(parser));
            if (isThere && !parser.isExpectedStartObjectToken()) {
                throw new UnreadableTableException(Problem.error(
                        place(),
                        "row-not-an-object",
                        "a row should be an object with named members, but this is "
                                + word(parser.isExpectedStartArrayToken()),
                        "set 'rows' in source.yaml to the path of the rows, such as /results/*"));
            }
            return isThere;
        }

        private static String word(boolean isArray) {
            return isArray ? "an array" : "a single value";
        }

        void row(Path root, Values values) throws IOException, UnreadableTableException {
            guarded(() -> {
                object(root, values);
                return true;
            });
        }

        private void object(Path path, Values values) throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                Path member = path.member(parser.currentName());
                parser.nextToken();
                value(member, values);
            }
        }

        private void value(Path path, Values values) throws IOException {
            switch (parser.currentToken()) {
                case START_OBJECT -> object(path, values);
                case START_ARRAY -> {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        value(path, values);
                    }
                }
                case VALUE_NULL -> {}
                default -> values.take(path, whole(parser.getText()));
            }
        }

        /** JSON can spell half a letter, which no other text can hold. */
        private String whole(String text) throws JsonParseException {
            for (int at = 0; at < text.length(); at++) {
                char letter = text.charAt(at);
                boolean isPair = Character.isHighSurrogate(letter)
                        && at + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(at + 1));
                if (Character.isSurrogate(letter) && !isPair) {
                    throw new JsonParseException(parser, "half of a pair of surrogates stands alone");
                }
                at += isPair ? 1 : 0;
            }
            return text;
        }

        int line() {
            return parser.currentTokenLocation().getLineNr();
        }

        private Place place() {
            return new Place(
                    source.name(),
                    line(),
                    Math.max(parser.currentTokenLocation().getColumnNr(), 0));
        }

        private interface Step {
            boolean run() throws IOException;
        }

        private boolean guarded(Step step) throws IOException, UnreadableTableException {
            try {
                return step.run();
            } catch (StreamConstraintsException tooLong) {
                throw new UnreadableTableException(Problem.error(
                        place(),
                        "cell-too-long",
                        "a value is too long or nested too deeply",
                        "leave it out of the file"));
            } catch (JsonProcessingException broken) {
                throw new UnreadableTableException(problem(broken));
            } catch (IOException failure) {
                throw source.readable(failure, text);
            }
        }

        private Problem problem(JsonProcessingException broken) {
            Place place = broken.getLocation() == null ? place() : JsonMistake.place(source.name(), broken);
            return Problem.error(place, "broken-json", JsonMistake.words(broken), "the file may be cut short");
        }

        @Override
        public void close() throws IOException {
            parser.close();
            text.reader().close();
        }
    }
}
