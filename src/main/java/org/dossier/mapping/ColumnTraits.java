package org.dossier.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.table.Batch;
import org.dossier.table.Column;
import org.jspecify.annotations.Nullable;

/** What is found out about a column from its cells, for whoever drafts a mapping. */
final class ColumnTraits {

    /** A longer text tells a row from others only by chance. */
    private static final int LONGEST_KEY = 80;

    private static final int MOST_FIRST_CELLS = 1000;

    private static final List<String> PATTERNS =
            List.of("uuuu-MM-dd", "M/d/uuuu", "d/M/uuuu", "d.M.uuuu", "uuuu-MM-dd HH:mm:ss", "M/d/uu");

    private final Column column;
    private final Set<Long> seen = new HashSet<>();
    private final Set<Long> firstCells = new HashSet<>();
    private final List<String> patterns = new ArrayList<>(PATTERNS);
    private boolean mayBeKey = true;
    private long rows;
    private long filled;

    ColumnTraits(Column column) {
        this.column = column;
    }

    Column column() {
        return column;
    }

    /** @param place of the column in the batch */
    void take(Batch batch, int row, int place) {
        rows++;
        @Nullable String cell = batch.cell(row, place);
        if (cell == null) {
            mayBeKey = false;
            return;
        }
        filled++;
        if (filled <= MOST_FIRST_CELLS && cell.length() <= LONGEST_KEY) {
            firstCells.add(batch.fingerprint(row, place));
        }
        mayBeKey = mayBeKey && cell.length() <= LONGEST_KEY && seen.add(batch.fingerprint(row, place));
        if (!mayBeKey) {
            seen.clear();
        }
        patterns.removeIf(pattern -> !Dates.isDay(cell, pattern));
    }

    boolean isEmpty() {
        return filled == 0;
    }

    /** Whether every row has a cell of its own here. */
    boolean isKey() {
        return mayBeKey && rows > 0;
    }

    boolean isFilled() {
        return filled == rows && rows > 0;
    }

    /** How many different short cells it has among the first thousand. */
    int variety() {
        return firstCells.size();
    }

    /** The one pattern by which all of its cells are days. */
    Optional<String> pattern() {
        return filled > 0 && patterns.size() == 1 ? Optional.of(patterns.get(0)) : Optional.empty();
    }
}
