package org.dossier.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.LongConsumer;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;

/** A file opened as a table: its header, and then its rows once, in order. */
public abstract class Table implements AutoCloseable {

    /** Cells longer than this are a forgotten quotation mark rather than a text. */
    static final int MOST_CHARS_IN_CELL = 1 << 24;

    /** Stands between the values that a JSON array puts into one cell: the unit separator, which no text has. */
    public static final char LIST_SEPARATOR = '\u001F';

    private final Header header;

    Table(Header header) {
        this.header = header;
    }

    /**
     * Opens a file and reads its header.
     *
     * @param onBytesRead told how many further bytes of the file were read
     * @param problems gets what is wrong with the header, and a guess that was made
     * @throws UnreadableTableException when this is no table
     */
    public static Table open(TableFile file, Layout layout, LongConsumer onBytesRead, Problems problems)
            throws IOException, UnreadableTableException {
        Format format = format(file, layout);
        Source source = new Source(file, layout, onBytesRead);
        return switch (format) {
            case CSV, TSV -> CsvTable.open(source, format, problems);
            case JSON, JSON_LINES -> JsonTable.open(source, format, problems);
        };
    }

    private static Format format(TableFile file, Layout layout) throws UnreadableTableException {
        Optional<Format> format = Optional.ofNullable(layout.format()).or(() -> Format.of(file.innerName()));
        return format.orElseThrow(() -> new UnreadableTableException(Problem.error(
                Place.wholeFile(file.name()),
                "unknown-format",
                "cannot tell from its name what kind of file '" + file.innerName() + "' is",
                "set 'format' in source.yaml to csv, tsv, json or jsonl; save a workbook as CSV first")));
    }

    public final Header header() {
        return header;
    }

    /**
     * Says what is read, before the first row is.
     *
     * @param read the columns whose cells are wanted, in the order in which a batch will number them
     * @param watched other columns of which it is to be found out whether they hold anything
     */
    public abstract void select(List<Column> read, List<Column> watched);

    /**
     * Replaces what is in the batch by the next rows.
     *
     * @return whether there were any
     * @throws UnreadableTableException when the file cannot be read any further
     */
    public abstract boolean fill(Batch batch) throws IOException, UnreadableTableException;

    /** The watched columns that held something in the rows read so far. */
    public abstract SortedSet<Integer> filled();

    @Override
    public abstract void close() throws IOException;
}
