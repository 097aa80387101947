package org.dossier.table;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known about a file to read its rows; whatever is absent is found out from the file.
 *
 * @param format by the file's name when absent
 * @param encoding detected when absent
 * @param delimiter between cells; comma or tab by the format when absent
 * @param rows path to the rows in JSON, such as {@code /results/*}; the elements of the outermost array when absent
 * @param member pattern of the file's name inside a zip, such as {@code *Transactions*.csv}; needed when there are several
 * @param repeated headers that several columns share, and that are known to
 * @param renamed the name that a column has now, with the headers it had in other years
 */
public record Layout(
        @Nullable Format format,
        @Nullable Charset encoding,
        @Nullable Character delimiter,
        @Nullable String rows,
        @Nullable String member,
        Set<String> repeated,
        Map<String, List<String>> renamed) {

    /** Everything is found out from the file. */
    public static final Layout UNSTATED = new Layout(null, null, null, null, null, Set.of(), Map.of());

    public Layout {
        repeated = Set.copyOf(repeated);
        renamed = Map.copyOf(renamed);
    }

    /** What a column with this header is called now. */
    String presentName(String header) {
        for (Map.Entry<String, List<String>> name : renamed.entrySet()) {
            if (name.getValue().contains(header)) {
                return name.getKey();
            }
        }
        return header;
    }
}
