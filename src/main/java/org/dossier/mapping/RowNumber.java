package org.dossier.mapping;

import java.util.List;

/** The number of the row as a spreadsheet counts: the header is row 1. */
final class RowNumber extends Code {

    RowNumber() {
        super(Type.INTEGER, List.of());
    }

    @Override
    String text(Row row) {
        return Long.toString(row.number());
    }
}
