package org.dossier.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some rows in a row, with the cells of the columns that somebody reads. A batch is filled, read and filled again, so
 * that a large file costs no more memory than a small one: it ends at 1,024 rows or about a million characters.
 */
public final class Batch {

    private static final int MOST_ROWS = 1024;
    private static final int MOST_CHARS = 1 << 20;

    /** Beyond this the room for characters is given back: one row was far longer than others are. */
    private static final int CHARS_TO_KEEP = 2 * MOST_CHARS;

    private final int columns;
    private final int[] starts;
    private final int[] ends;
    private final long[] prints;
    private final long[] lines = new long[MOST_ROWS];
    private final int[] widths = new int[MOST_ROWS];
    private final int[] rowStarts = new int[MOST_ROWS + 1];
    private char[] chars = new char[MOST_CHARS / 4];
    private long firstNumber;
    private int rows;
    private int end;

    /** @param columns how many columns are read; they are counted from 0 in the order in which they were asked for */
    public Batch(int columns) {
        this.columns = columns;
        this.starts = new int[MOST_ROWS * columns];
        this.ends = new int[MOST_ROWS * columns];
        this.prints = new long[MOST_ROWS * columns];
    }

    // Filling

    void clear(long nextNumber) {
        firstNumber = nextNumber;
        rows = 0;
        end = 0;
        if (chars.length > CHARS_TO_KEEP) {
            chars = new char[MOST_CHARS / 4];
        }
    }

    boolean isFull() {
        return rows == MOST_ROWS || end >= MOST_CHARS;
    }

    void beginRow(long line) {
        lines[rows] = line;
        end = rowStarts[rows];
        Arrays.fill(starts, rows * columns, (rows + 1) * columns, 0);
        Arrays.fill(ends, rows * columns, (rows + 1) * columns, 0);
        Arrays.fill(prints, rows * columns, (rows + 1) * columns, 0);
    }

    void add(int column, char[] source, int offset, int length) {
        if (end + length > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(end + length, 2 * chars.length));
        }
        System.arraycopy(source, offset, chars, end, length);
        int at = rows * columns + column;
        starts[at] = end;
        end += length;
        ends[at] = end;
        prints[at] = Fingerprint.of(source, offset, length);
    }

    /** @param width how many cells the row has in the file */
    void endRow(int width) {
        widths[rows] = width;
        rows++;
        rowStarts[rows] = end;
    }

    // Reading

    public int size() {
        return rows;
    }

    /** Number of the row as a spreadsheet counts: the header is row 1. In JSON, the first object is row 1. */
    public long number(int row) {
        return firstNumber + row;
    }

    /** The line that the row starts in; the first of the file is 1. */
    public long line(int row) {
        return lines[row];
    }

    /** How many cells the row has in the file, which should be as many as the table has columns. */
    public int width(int row) {
        return widths[row];
    }

    /** The text of a cell; nothing when it is empty. */
    public @Nullable String cell(int row, int column) {
        int at = row * columns + column;
        return starts[at] == ends[at] ? null : new String(chars, starts[at], ends[at] - starts[at]);
    }

    public boolean isEmpty(int row, int column) {
        int at = row * columns + column;
        return starts[at] == ends[at];
    }

    /** The characters of all cells; not to be kept or changed. */
    public char[] chars() {
        return chars;
    }

    /** Where a cell begins in {@link #chars()}. */
    public int start(int row, int column) {
        return starts[row * columns + column];
    }

    /** Where a cell ends in {@link #chars()}. */
    public int end(int row, int column) {
        return ends[row * columns + column];
    }

    /**
     * A number that two rows share only when all their cells that are read are the same, but for one chance in 2^64. The
     * fingerprints of cells are taken while the batch is filled, on whichever thread that is.
     */
    public long fingerprint(int row) {
        long print = Fingerprint.START;
        for (int column = 0; column < columns; column++) {
            print = Fingerprint.add(print, prints[row * columns + column]);
        }
        return print;
    }

    /** The same for one cell. */
    public long fingerprint(int row, int column) {
        return prints[row * columns + column];
    }

    /** The same for some of the columns. */
    public long fingerprint(int row, int[] some) {
        long print = Fingerprint.START;
        for (int column : some) {
            print = Fingerprint.add(print, prints[row * columns + column]);
        }
        return print;
    }
}
