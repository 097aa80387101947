package org.dossier.mapping;

import org.dossier.table.Batch;
import org.jspecify.annotations.Nullable;

/** The row that is being mapped: a place in a batch that moves on. */
final class Row {

    private final int[] places;
    private final CellReports reports;
    private Batch batch;
    private int index;
    private long stamp;
    private long rowStamp;

    /**
     * @param batch that the first row will be in
     * @param places where each column of the mapping stands in a batch; -1 when the file lacks it
     */
    Row(Batch batch, int[] places, CellReports reports) {
        this.batch = batch;
        this.places = places;
        this.reports = reports;
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
        return places[column] < 0 ? null : batch.cell(index, places[column]);
    }

    boolean isEmpty(int column) {
        return places[column] < 0 || batch.isEmpty(index, places[column]);
    }

    /** Writes the text of a cell, which must not be empty. */
    void write(int column, Bytes out) {
        int place = places[column];
        out.text(batch.chars(), batch.start(index, place), batch.end(index, place));
    }

    long number() {
        return batch.number(index);
    }

    CellReports reports() {
        return reports;
    }
}
