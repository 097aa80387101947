package org.dossier.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Why rows are in an answer, as a Markdown table with a footnote for each record, to be pasted into a draft. */
public final class RowReasonsMarkdown {

    private RowReasonsMarkdown() {}

    /** All lines, without line ends. */
    public static List<String> lines(RowReasons reasons) {
        List<String> lines = new ArrayList<>();
        List<String> heads =
                reasons.columns().stream().map(RowReasonsText::inWords).toList();
        lines.add(row(heads, "why"));
        lines.add(row(heads.stream().map(head -> "---").toList(), "---"));
        reasons.rows().forEach(row -> lines.add(row(cells(row, reasons.columns()), why(row))));
        lines.add("");
        if (reasons.furtherRows() > 0) {
            lines.add("… and " + reasons.furtherRows() + " more rows.");
            lines.add("");
        }
        for (int i = 0; i < reasons.accounts().size(); i++) {
            lines.add("[^" + (i + 1) + "]: "
                    + ExplanationMarkdown.footnote(reasons.accounts().get(i)));
        }
        return lines;
    }

    private static String row(List<String> cells, String why) {
        return "| " + String.join(" | ", cells) + " | " + why + " |";
    }

    private static List<String> cells(RowReasons.Row row, List<String> columns) {
        return columns.stream()
                .map(column -> ExplanationMarkdown.escaped(
                                row.cells().getOrDefault(column, "").strip())
                        .replaceAll("\\R", "<br>"))
                .toList();
    }

    private static String why(RowReasons.Row row) {
        if (row.records().isEmpty()) {
            return row.described().stream()
                    .map(RowReasons.Description::place)
                    .map(ExplanationMarkdown::escaped)
                    .collect(Collectors.joining(", "));
        }
        String marks = row.records().stream().map(number -> "[^" + number + "]").collect(Collectors.joining());
        return (row.isComputed() ? "from " : "")
                + marks
                + (row.furtherRecords() == 0 ? "" : " and " + row.furtherRecords() + " more");
    }
}
