package org.dossier.explain;

import java.util.List;
import java.util.Map;

/**
 * Why the rows of an answer are in it.
 *
 * @param columns of the answer
 * @param rows those that are explained, in the order of the answer
 * @param furtherRows how many more the answer has
 * @param accounts what the rows rest on, each once, in the order in which rows need them
 */
public record RowReasons(List<String> columns, List<Row> rows, int furtherRows, List<Account> accounts) {

    public RowReasons {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        accounts = List.copyOf(accounts);
    }

    /**
     * One row.
     *
     * @param cells what it shows, by column; those without a value are left out
     * @param isComputed whether it counts or sums what it rests on
     * @param records numbers of its accounts, from 1
     * @param furtherRecords how many more it rests on
     * @param described where the things are described that it only names, since names, kinds and identifiers need no evidence
     */
    public record Row(
            Map<String, String> cells,
            boolean isComputed,
            List<Integer> records,
            int furtherRecords,
            List<Description> described) {

        public Row {
            records = List.copyOf(records);
            described = List.copyOf(described);
        }
    }

    /**
     * A thing without evidence of its own.
     *
     * @param place {@code file:line:column}, or the source that lists it
     */
    public record Description(String name, String place) {}
}
