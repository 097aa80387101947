package org.dossier.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;

/** A file as text, from which problems with its bytes can be told. */
record Source(TableFile file, Layout layout, LongConsumer onBytesRead) {

    /** A text, with what is needed to say where a byte of it stands. */
    record Text(Reader reader, Charset encoding, int markLength) {}

    String name() {
        return file.name();
    }

    Text open(Problems problems) throws IOException, UnreadableTableException {
        InputStream stream = openBytes();
        try {
            Encoding.Found found = Encoding.find(stream, layout.encoding(), name(), problems);
            return new Text(new StrictReader(found.text(), found.encoding()), found.encoding(), found.markLength());
        } catch (IOException | UnreadableTableException failure) {
            stream.close();
            throw failure instanceof IOException broken ? readable(broken) : (UnreadableTableException) failure;
        }
    }

    private InputStream openBytes() throws IOException, UnreadableTableException {
        try {
            return file.open(onBytesRead);
        } catch (ZipException | EOFException notPacked) {
            throw new UnreadableTableException(TableFile.damaged(name(), notPacked));
        }
    }

    /** What is wrong with the file when reading it failed; a failure that is not the file's fault is thrown on. */
    UnreadableTableException readable(IOException failure) throws IOException {
        return readable(failure, StandardCharsets.UTF_8, 0);
    }

    UnreadableTableException readable(IOException failure, Text text) throws IOException {
        return readable(failure, text.encoding(), text.markLength());
    }

    private UnreadableTableException readable(IOException failure, Charset encoding, int markLength)
            throws IOException {
        if (failure instanceof ZipException || failure instanceof EOFException) {
            return new UnreadableTableException(TableFile.damaged(name(), failure));
        }
        if (failure instanceof StrictReader.BadByteException bad) {
            return new UnreadableTableException(badByte(bad, encoding, bad.offset + markLength));
        }
        throw failure;
    }

    private Problem badByte(StrictReader.BadByteException bad, Charset encoding, long offset) throws IOException {
        return Problem.error(
                new Place(name(), lineAt(offset), 0),
                "bad-byte",
                String.format(Locale.ROOT, "byte 0x%02X at offset %d is not %s", bad.value, offset, encoding.name()),
                encoding.equals(StandardCharsets.UTF_8)
                        ? "if the file is from Windows or Excel, set 'encoding: windows-1252' in source.yaml"
                        : "set the right 'encoding' in source.yaml");
    }

    private int lineAt(long offset) throws IOException {
        try (InputStream stream = file.open(bytes -> {})) {
            int line = 1;
            byte[] chunk = new byte[1 << 16];
            long left = offset;
            while (left > 0) {
                int read = stream.read(chunk, 0, (int) Math.min(left, chunk.length));
                for (int at = 0; at < read; at++) {
                    line += chunk[at] == '\n' ? 1 : 0;
                }
                left -= Math.max(read, 1);
            }
            return line;
        }
    }
}
