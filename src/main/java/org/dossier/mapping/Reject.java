package org.dossier.mapping;

/**
 * One line of {@code rejects.csv}.
 *
 * @param file what messages call the file
 * @param row its number as a spreadsheet counts: the header is row 1
 * @param line the line of the file that the row starts in
 * @param column header of the column, or of several; empty when the row as a whole is meant
 * @param value of the cell
 * @param reason what is wrong, and what was expected
 * @param code heading in {@code docs/problems.md}
 */
public record Reject(
        String file, long row, long line, String column, String value, String reason, String code, Outcome outcome) {

    /** What follows for the row. */
    public enum Outcome {
        /** The row is left out. */
        ROW,
        /** The row is mapped without what this cell would have given. */
        CELL,
        /** The row is mapped as it is, and should be looked at. */
        NOTE
    }
}
