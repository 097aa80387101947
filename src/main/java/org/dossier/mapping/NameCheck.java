package org.dossier.mapping;

import java.nio.file.Path;
import java.util.Optional;
import org.dossier.table.Batch;
import org.dossier.table.Column;

/** Finds keys that come back with another name. */
final class NameCheck {

    private static final int BITS_OF_ROW = 32;
    private static final long ROW = (1L << BITS_OF_ROW) - 1;

    private final int key;
    private final int name;
    private final Column keyColumn;
    private final Column nameColumn;
    private final KeyTable names;
    private final KeyTable pairs;

    /**
     * @param key where the column of the key stands in a batch
     * @param name where that of the name stands
     */
    NameCheck(int key, int name, Column keyColumn, Column nameColumn, Path temporary) {
        this.key = key;
        this.name = name;
        this.keyColumn = keyColumn;
        this.nameColumn = nameColumn;
        this.names = new KeyTable(temporary);
        this.pairs = new KeyTable(temporary);
    }

    /** The remark on a row whose key came with another name before; each pair of key and name is remarked on once. */
    Optional<Reject> remark(String file, Batch batch, int row) {
        String nameNow = batch.cell(row, name);
        if (nameNow == null || batch.isEmpty(row, key)) {
            return Optional.empty();
        }
        long number = batch.number(row);
        long value = ((batch.fingerprint(row, new int[] {name}) >>> 1) & ~ROW) | (number & ROW);
        long before = names.put(batch.fingerprint(row, new int[] {key}), value);
        boolean isOther = before != KeyTable.NEW && (before & ~ROW) != (value & ~ROW);
        if (!isOther || pairs.put(batch.fingerprint(row, new int[] {key, name}), 0) != KeyTable.NEW) {
            return Optional.empty();
        }
        String reason = "the " + keyColumn.header() + " '" + batch.cell(row, key) + "' has another name in row "
                + (before & ROW);
        return Optional.of(new Reject(
                file,
                number,
                batch.line(row),
                nameColumn.header(),
                nameNow,
                reason,
                "other-name",
                Reject.Outcome.NOTE));
    }
}
