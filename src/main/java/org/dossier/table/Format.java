package org.dossier.table;

import java.util.Locale;
import java.util.Optional;

/** How the rows of a file are written down. */
public enum Format {
    CSV("csv", "\\.csv"),
    TSV("tsv", "\\.(tsv|tab)"),
    JSON("json", "\\.json"),
    /** One JSON object in each line. */
    JSON_LINES("jsonl", "\\.(jsonl|ndjson)");

    private final String word;
    private final String ending;

    Format(String word, String ending) {
        this.word = word;
        this.ending = ending;
    }

    /** The format that people write as this word, such as {@code jsonl}. */
    public static Optional<Format> called(String word) {
        for (Format format : values()) {
            if (format.word.equals(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The format that a file's name ends in, once {@code .gz} is taken off. */
    public static Optional<Format> of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        for (Format format : values()) {
            if (name.matches(".*" + format.ending)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The word that people write for it. */
    @Override
    public String toString() {
        return word;
    }
}
