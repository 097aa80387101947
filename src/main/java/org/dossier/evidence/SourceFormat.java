package org.dossier.evidence;

import java.util.Locale;
import java.util.Optional;

/** The kinds of files that the words of a source can be read from. */
public enum SourceFormat {
    TEXT,
    MARKDOWN,
    WEB_PAGE,
    PDF,
    TABLE;

    /** The format that the ending of a file's name stands for; nothing for an ending that no reader is there for. */
    public static Optional<SourceFormat> of(String fileName) {
        return switch (ending(fileName)) {
            case "", "txt", "text", "srt", "vtt", "log" -> Optional.of(TEXT);
            case "md", "markdown" -> Optional.of(MARKDOWN);
            case "html", "htm", "xhtml" -> Optional.of(WEB_PAGE);
            case "pdf" -> Optional.of(PDF);
            case "csv", "tsv", "tab" -> Optional.of(TABLE);
            default -> Optional.empty();
        };
    }

    /** What stands behind the last point of a file's name, in small letters; empty when there is none. */
    private static String ending(String fileName) {
        String name = fileName.substring(fileName.lastIndexOf('/') + 1);
        int point = name.lastIndexOf('.');
        return point < 1 ? "" : name.substring(point + 1).toLowerCase(Locale.ROOT);
    }
}
