package org.dossier.problem;

import java.util.Comparator;

/**
 * Where something stands in an input file.
 *
 * @param file path relative to the dossier folder, with {@code /} between its parts
 * @param line from 1; 0 when the whole file is meant
 * @param column from 1, counted in Unicode code points; 0 when the whole line or file is meant
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

    private static final Comparator<Place> READING_ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    public Place {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("no such place: " + file + ":" + line + ":" + column);
        }
    }

    /** The file as a whole. */
    public static Place wholeFile(String file) {
        return new Place(file, 0, 0);
    }

    /** The place a number of columns further to the right in the same line. */
    public Place right(int columns) {
        return new Place(file, line, column + columns);
    }

    @Override
    public int compareTo(Place other) {
        return READING_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
