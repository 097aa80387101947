package org.dossier.mapping;

import java.util.ArrayList;
import java.util.List;

/** What could not be read in one row, or only by a guess; the same trouble with the same cell is told once. */
final class CellReports {

    /** Code of a cell that was read, though not as it stands there. */
    static final String EXCEL_YEAR = "excel-year";

    /**
     * One cell that could not be read as it stands.
     *
     * @param columns names of the columns that the value comes from; none when no single cell is to blame
     * @param reason what was found, and what was expected
     * @param code heading in {@code docs/problems.md}
     */
    record Report(List<String> columns, String value, String reason, String code) {
        Report {
            columns = List.copyOf(columns);
        }

        /** Whether the cell was read all the same, and should be looked at. */
        boolean isRemark() {
            return code.equals(EXCEL_YEAR);
        }
    }

    private final List<Report> reports = new ArrayList<>();

    void add(List<String> columns, String value, String reason, String code) {
        Report report = new Report(columns, value, reason, code);
        if (!reports.contains(report)) {
            reports.add(report);
        }
    }

    List<Report> list() {
        return reports;
    }

    boolean isEmpty() {
        return reports.isEmpty();
    }

    void clear() {
        reports.clear();
    }
}
