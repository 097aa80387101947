package org.dossier.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why rows are in an answer, as lines for a terminal: the rows with numbers, then what the numbers stand for. */
public final class RowReasonsText {

    private RowReasonsText() {}

    /** All lines, without line ends. */
    public static List<String> lines(RowReasons reasons) {
        List<String> lines = new ArrayList<>();
        for (RowReasons.Row row : reasons.rows()) {
            lines.add(row.cells().entrySet().stream()
                    .map(cell -> inWords(cell.getKey()) + ": " + oneLine(cell.getValue()))
                    .collect(Collectors.joining("; ")));
            lines.addAll(reasons(row));
        }
        if (reasons.furtherRows() > 0) {
            lines.add("… and " + reasons.furtherRows() + " more rows; ask a narrower question to have them explained");
        }
        for (int i = 0; i < reasons.accounts().size(); i++) {
            lines.add("");
            List<String> account = ExplanationText.account(reasons.accounts().get(i));
            lines.add("[" + (i + 1) + "] " + account.get(0));
            lines.addAll(account.subList(1, account.size()));
        }
        return lines;
    }

    private static List<String> reasons(RowReasons.Row row) {
        if (!row.records().isEmpty()) {
            String numbers =
                    row.records().stream().map(number -> "[" + number + "]").collect(Collectors.joining(" "));
            String further = row.furtherRecords() == 0 ? "" : " and " + row.furtherRecords() + " more";
            return List.of("  " + (row.isComputed() ? "computed from " : "rests on ") + numbers + further);
        }
        if (row.described().isEmpty()) {
            return List.of("  no record stands behind it: it is computed, or says what the ontology or a link says");
        }
        return row.described().stream()
                .map(thing -> "  " + thing.name() + " is described in " + thing.place()
                        + "; names, kinds and identifiers need no evidence")
                .toList();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** {@code firmName} as <i>firm name</i>. */
    static String inWords(String variable) {
        return variable.replaceAll("(?<=[a-z0-9])([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
