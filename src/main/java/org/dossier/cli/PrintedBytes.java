package org.dossier.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.output.WriterOutputStream;

/** Bytes of UTF-8 into a command's output; stops as soon as that takes no more. */
final class PrintedBytes extends FilterOutputStream {

    private final PrintWriter printed;

    PrintedBytes(PrintWriter printed) throws IOException {
        super(WriterOutputStream.builder()
                .setWriter(printed)
                .setCharset(StandardCharsets.UTF_8)
                .get());
        this.printed = printed;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        flush();
    }

    @Override
    public void flush() throws IOException {
        out.flush();
        if (printed.checkError()) {
            throw new IOException("the output takes no more");
        }
    }

    /** The writer belongs to the program and stays open. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
