package org.dossier.mapping;

import java.util.ArrayList;
import java.util.List;

/** What could not be read in one row; the same trouble with the same cell is told once. */
final class CellReports {

    /**
     * One cell that could not be read.
     *
     * @param column name of its column, or of several joined by commas; empty when no single cell is to blame
     * @param reason what was found, and what was expected
     * @param code heading in {@code docs/problems.md}
     */
    record Report(String column, String value, String reason, String code) {}

    private final List<Report> reports = new ArrayList<>();

    void add(List<String> columns, String value, String reason, String code) {
        Report report = new Report(String.join(", ", columns), value, reason, code);
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
