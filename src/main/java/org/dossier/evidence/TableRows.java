package org.dossier.evidence;

import java.util.ArrayList;
import java.util.List;

/** Finds the rows of a table kept as text, numbered as a spreadsheet numbers them: the header is row 1. */
final class TableRows {

    private TableRows() {}

    /** One stretch for each row; a line break within quotation marks belongs to its cell. */
    static List<Extent> of(String text) {
        List<Extent> rows = new ArrayList<>();
        boolean isQuoted = false;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            isQuoted ^= character == '"';
            if (character == '\n' && !isQuoted) {
                rows.add(new Extent(start, at + 1));
                start = at + 1;
            }
        }
        if (start < text.length()) {
            rows.add(new Extent(start, text.length()));
        }
        return rows;
    }
}
