package org.dossier.link;

import java.util.ArrayList;
import java.util.List;
import org.dossier.facts.FileText;
import org.dossier.problem.Place;

/** A cell of a file of decisions, and where it begins. */
record Cell(String text, Place place) {

    private static final String QUOTE = "\"";
    private static final String TAB = "\t";

    /** The cells of a line. */
    static List<Cell> of(FileText file, int line) {
        List<Cell> cells = new ArrayList<>();
        int offset = 0;
        for (String typed : file.line(line).split(TAB, -1)) {
            cells.add(new Cell(unquoted(typed.strip()), file.place(line, offset)));
            offset += typed.length() + TAB.length();
        }
        return cells;
    }

    private static String unquoted(String typed) {
        boolean isQuoted = typed.length() >= 2 && typed.startsWith(QUOTE) && typed.endsWith(QUOTE);
        return isQuoted ? typed.substring(1, typed.length() - 1).replace(QUOTE + QUOTE, QUOTE) : typed;
    }

    /** A text as a cell: on one line, quoted where it holds quotation marks. */
    static String written(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.contains(QUOTE) ? QUOTE + line.replace(QUOTE, QUOTE + QUOTE) + QUOTE : line;
    }
}
