package org.dossier.mapping;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;

/** Writes {@code rejects.csv}. */
final class Rejects implements AutoCloseable {

    private static final int MOST_CHARS_OF_VALUE = 500;

    private final CsvWriter csv;

    Rejects(Writer writer) {
        csv = CsvWriter.builder().build(writer);
        csv.writeRecord("file", "row", "line", "column", "value", "reason", "code", "outcome");
    }

    /** @throws UncheckedIOException when it cannot be written */
    void write(Reject reject) {
        csv.writeRecord(
                reject.file(),
                Long.toString(reject.row()),
                Long.toString(reject.line()),
                reject.column(),
                shortened(reject.value()),
                reject.reason(),
                reject.code(),
                reject.outcome().name().toLowerCase(Locale.ROOT));
    }

    private static String shortened(String value) {
        if (value.length() <= MOST_CHARS_OF_VALUE) {
            return value;
        }
        return value.substring(0, value.offsetByCodePoints(0, MOST_CHARS_OF_VALUE / 2)) + "…";
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
