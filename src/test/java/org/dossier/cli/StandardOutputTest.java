package org.dossier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

    @Test
    void remembersAFailureThatAWriterSwallows() {
        StandardOutput results = new StandardOutput(failing("No space left on device"));
        PrintWriter out = new PrintWriter(new OutputStreamWriter(results, UTF_8), true);

        out.println("lost");
        out.println("lost too");

        assertThat(results.failure()).hasValue("No space left on device");
    }

    @Test
    void takesItAsNoFailureWhenTheReaderHasHadEnough() {
        StandardOutput results = new StandardOutput(failing("Broken pipe"));
        PrintWriter out = new PrintWriter(new OutputStreamWriter(results, UTF_8), true);

        out.println("not read");

        assertThat(results.failure()).isEmpty();
    }

    @Test
    void stopsWhoeverWritesMore() throws IOException {
        PrintWriter full = new PrintWriter(new OutputStreamWriter(failing("Broken pipe"), UTF_8), true);
        PrintedBytes bytes = new PrintedBytes(full);

        assertThatThrownBy(() -> bytes.write(new byte[10], 0, 10)).isInstanceOf(IOException.class);
    }

    @Test
    void passesTextOnUnchangedWhereverItIsCut() throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] text = "漢字 é 👩‍👧\n".repeat(100).getBytes(UTF_8);

        try (PrintedBytes bytes = new PrintedBytes(new PrintWriter(new OutputStreamWriter(received, UTF_8)))) {
            for (int from = 0; from < text.length; from += 7) {
                bytes.write(text, from, Math.min(7, text.length - from));
            }
        }

        assertThat(received.toByteArray()).isEqualTo(text);
    }

    private static OutputStream failing(String why) {
        return new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException(why);
            }
        };
    }
}
