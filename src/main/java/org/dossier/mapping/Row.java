package org.dossier.mapping;

import org.dossier.table.Batch;
import org.jspecify.annotations.Nullable;

/** The row that is being mapped: a place in a batch that moves on. */
final class Row {

    /** The place of a column that the file lacks. */
    static final int MISSING = -1;

    /** The place of the column that counts how often a row stood in the file before. */
    static final int REPETITION = -2;

    private final int[] places;
    private final CellReports reports;
    private Batch batch;
    private int index;
    private long repetition;
    private long stamp;
    private long rowStamp;

    /**
     * @param batch that the first row will be in
     * @param places where each column of the mapping stands in a batch, or {@link #MISSING}, or {@link #REPETITION}
     */
    Row(Batch batch, int[] places, CellReports reports) {
        this.batch = batch;
        this.places = places;
        this.reports = reports;
    }

    /** @param times how often the same row stood in the file before */
    void setRepetition(long times) {
        repetition = times;
    }

    void moveTo(Batch newBatch, int row) {
        batch = newBatch;
        index = row;
        rowStamp = ++stamp;
    }

    /** Another solution for the same row: whatever depends on its choice is to be worked out anew. */
    void nextSolution() {
        stamp++;
    }

    /** Changes with every solution. */
    long stamp() {
        return stamp;
    }

    /** Changes with every row. */
    long rowStamp() {
        return rowStamp;
    }

    @Nullable String cell(int column) {
        if (places[column] == REPETITION) {
            return repetition == 0 ? null : Long.toString(repetition);
        }
        return places[column] < 0 ? null : batch.cell(index, places[column]);
    }

    boolean isEmpty(int column) {
        if (places[column] == REPETITION) {
            return repetition == 0;
        }
        return places[column] < 0 || batch.isEmpty(index, places[column]);
    }

    /** Writes the text of a cell, which must not be empty. */
    void write(int column, Bytes out) {
        int place = places[column];
        if (place == REPETITION) {
            out.put(repetition);
            return;
        }
        out.text(batch.chars(), batch.start(index, place), batch.end(index, place));
    }

    /** A number that two cells of a column share only when they hold the same, but for one chance in 2^64. */
    long fingerprint(int column) {
        int place = places[column];
        if (place == REPETITION) {
            return repetition;
        }
        return place == MISSING ? 0 : batch.fingerprint(index, place);
    }

    long number() {
        return batch.number(index);
    }

    CellReports reports() {
        return reports;
    }
}
