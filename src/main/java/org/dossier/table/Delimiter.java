package org.dossier.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;

/** Finds out what parts the cells of a file, from its first two rows: spreadsheets of many countries write semicolons. */
final class Delimiter {

    private static final char[] OTHERS = {';', '\t', '|', ','};

    private Delimiter() {}

    /**
     * The usual sign, unless the header is without it and has another one, as often as the row below.
     *
     * @param problems told when it is another
     */
    static char find(Source source, char usual, Problems problems) throws IOException, UnreadableTableException {
        Source beginning = new Source(source.file(), source.layout(), bytes -> {});
        Source.Text text = beginning.open(new Problems());
        try (Reader reader = new BufferedReader(text.reader())) {
            String header = row(reader);
            String next = row(reader);
            return count(header, usual) > 0 ? usual : other(header, next, usual, source.name(), problems);
        } catch (IOException failure) {
            throw source.readable(failure, text);
        }
    }

    private static char other(String header, String next, char usual, String file, Problems problems) {
        for (char sign : OTHERS) {
            if (count(header, sign) > 0 && (next.isEmpty() || count(next, sign) == count(header, sign))) {
                String shown = sign == '\t' ? "\\t" : String.valueOf(sign);
                problems.warning(
                        new Place(file, 1, 0),
                        "delimiter-detected",
                        "read as cells parted by '" + shown + "', as some spreadsheets write them",
                        "set 'delimiter: \"" + shown
                                + "\"' in source.yaml to be sure; look at dates and decimal signs");
                return sign;
            }
        }
        return usual;
    }

    /** The next row without what stands in quotation marks, up to a length that no header has. */
    private static String row(Reader reader) throws IOException {
        StringBuilder row = new StringBuilder();
        boolean isQuoted = false;
        int letter = reader.read();
        while (letter >= 0 && (isQuoted || letter != '\n') && row.length() < 1 << 16) {
            isQuoted ^= letter == '"';
            if (!isQuoted) {
                row.append((char) letter);
            }
            letter = reader.read();
        }
        return row.toString();
    }

    private static long count(String row, char sign) {
        return row.chars().filter(letter -> letter == sign).count();
    }
}
