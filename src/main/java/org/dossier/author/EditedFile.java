package org.dossier.author;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.problem.Place;
import org.dossier.problem.SurroundingsException;

/** The text of one file, to be changed in some places and left as it is elsewhere, to the last byte. */
final class EditedFile {

    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final String before;
    private String after;

    private EditedFile(Path file, String text) {
        this.file = file;
        this.before = text;
        this.after = text;
    }

    /** A file that may not be there yet. */
    static EditedFile of(Path file) {
        try {
            return new EditedFile(file, Files.exists(file) ? Files.readString(file) : "");
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + file + ": " + failure.getMessage(), failure);
        }
    }

    String text() {
        return after;
    }

    void become(String text) {
        after = text;
    }

    boolean isChanged() {
        return !after.equals(before);
    }

    /** Puts one word for another in some places. */
    void replace(List<Place> places, String word, String other) {
        List<Integer> starts = lineStarts();
        List<Place> lastFirst =
                places.stream().sorted(Comparator.reverseOrder()).toList();
        for (Place place : lastFirst) {
            int at = after.offsetByCodePoints(starts.get(place.line() - 1), place.column() - 1);
            if (!after.startsWith(word, at)) {
                throw new IllegalStateException("'" + word + "' does not stand at " + place);
            }
            after = after.substring(0, at) + other + after.substring(at + word.length());
        }
    }

    private List<Integer> lineStarts() {
        List<Integer> starts = new ArrayList<>(List.of(after.startsWith(BYTE_ORDER_MARK) ? 1 : 0));
        Matcher end = LINE_END.matcher(after);
        while (end.find()) {
            starts.add(end.end());
        }
        return starts;
    }

    /** Writes several files; when one of them cannot be written, all are as they were. */
    static void write(List<EditedFile> files) {
        List<EditedFile> begun = new ArrayList<>();
        try {
            for (EditedFile file : files) {
                begun.add(file);
                put(file.file, file.after);
            }
        } catch (IOException failure) {
            restore(begun);
            throw new SurroundingsException("cannot write " + failure.getMessage() + "; nothing was changed", failure);
        }
    }

    /** Puts several files back as they were before. */
    static void restore(List<EditedFile> files) {
        try {
            for (EditedFile file : files) {
                if (file.before.isEmpty()) {
                    Files.deleteIfExists(file.file);
                } else {
                    put(file.file, file.before);
                }
            }
        } catch (IOException failure) {
            throw new SurroundingsException("cannot put back " + failure.getMessage(), failure);
        }
    }

    private static void put(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.write(next, text.getBytes(StandardCharsets.UTF_8));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }
}
