package org.dossier.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an export can hold. */
public enum ExportFormat {
    /** What the dossier says, as one readable file of Turtle. */
    TTL,
    /** All load units, one quad on each line. */
    NQ,
    /** All load units, as Turtle with named graphs. */
    TRIG,
    /** What the dossier says, as JSON-LD, with its context. */
    JSONLD,
    /** The terms and kinds that the others use. */
    ONTOLOGY;

    public static Optional<ExportFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name))
                .findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(ExportFormat::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
