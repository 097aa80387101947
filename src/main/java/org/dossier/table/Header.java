package org.dossier.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;

/** The columns of a table, in order, each with a name of its own. */
public final class Header {

    private final List<Column> columns;
    private final Map<String, Column> byName = new LinkedHashMap<>();

    private Header(List<Column> columns) {
        this.columns = List.copyOf(columns);
        columns.forEach(column -> byName.putIfAbsent(column.name(), column));
    }

    /**
     * Names the columns under these headers.
     *
     * @param place where the headers stand
     * @param problems gets a header that occurs twice though the layout does not say so, and two columns of one name
     */
    static Header of(List<String> headers, Layout layout, Place place, Problems problems) {
        Map<String, Integer> seen = new HashMap<>();
        List<Column> columns = new ArrayList<>(headers.size());
        for (String typed : headers) {
            int occurrence = seen.merge(typed, 1, Integer::sum);
            String header = occurrence == 1 ? typed : typed + "#" + occurrence;
            columns.add(new Column(columns.size(), header, ColumnName.spell(layout.presentName(header))));
        }
        seen.forEach((typed, times) -> reportRepeated(typed, times, layout, place, problems));
        Header header = new Header(columns);
        header.reportTwins(place, problems);
        return header;
    }

    private static void reportRepeated(String typed, int times, Layout layout, Place place, Problems problems) {
        if (times > 1 && !layout.repeated().contains(typed)) {
            problems.error(
                    place,
                    "repeated-header",
                    times + " columns are headed '" + typed + "'",
                    "write '" + typed + "' under 'repeated' in source.yaml; the second is then ?"
                            + ColumnName.spell(typed + "#2"));
        }
    }

    private void reportTwins(Place place, Problems problems) {
        for (Column column : columns) {
            Column first = byName.getOrDefault(column.name(), column);
            if (first.index() != column.index()) {
                problems.error(
                        place,
                        "repeated-header",
                        "the columns '" + first.shown() + "' and '" + column.shown() + "' are both called '"
                                + column.name() + "'",
                        "take one of them out of 'renamed' in source.yaml");
            }
        }
    }

    public List<Column> columns() {
        return columns;
    }

    /** The column whose variable has this name. */
    public Optional<Column> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Names of all variables, in the order of the columns. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
