package org.dossier.triples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The lines of a file as the bytes that they are, so that nobody decodes what is only looked at. */
public final class ByteLines {

    /** Takes one line after the other. */
    public interface Receiver {
        /** @param end where the line ends in the array, without its line break; what stands there changes afterwards */
        void line(byte[] bytes, int from, int end) throws IOException;
    }

    private static final int BYTES_AT_A_TIME = 1 << 18;

    private final Receiver receiver;
    private byte[] bytes = new byte[BYTES_AT_A_TIME];

    private ByteLines(Receiver receiver) {
        this.receiver = receiver;
    }

    /** Reads one file to its end; the last line needs no line break. */
    public static void read(Path file, Receiver receiver) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            read(input, receiver);
        }
    }

    /** Reads to the end of what somebody else closes. */
    static void read(InputStream input, Receiver receiver) throws IOException {
        new ByteLines(receiver).read(input);
    }

    private void read(InputStream input) throws IOException {
        int filled = 0;
        for (int read = 0; read >= 0; read = input.read(bytes, filled, bytes.length - filled)) {
            filled += read;
            int rest = lines(filled);
            System.arraycopy(bytes, rest, bytes, 0, filled - rest);
            filled -= rest;
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * filled);
            }
        }
        if (filled > 0) {
            receiver.line(bytes, 0, filled);
        }
    }

    /** @return where the line begins that is not whole yet */
    private int lines(int filled) throws IOException {
        int line = 0;
        for (int end = endOf(line, filled); end >= 0; end = endOf(line, filled)) {
            receiver.line(bytes, line, end);
            line = end + 1;
        }
        return line;
    }

    private int endOf(int line, int filled) {
        for (int at = line; at < filled; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    /** Where the word ends that begins there: at the next blank, or at the end of the line. */
    public static int afterWord(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != ' ') {
            at++;
        }
        return at;
    }
}
