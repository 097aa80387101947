package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeADossier() throws IOException {
        Files.writeString(folder.resolve("dossier.yaml"), "title: Invented\n");
    }

    private int serve(String... options) {
        String[] line = new String[options.length + 3];
        line[0] = "-C";
        line[1] = folder.toString();
        line[2] = "serve";
        System.arraycopy(options, 0, line, 3, options.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), line);
    }

    @Test
    void refusesAPortThatIsNone() {
        int code = serve("--port", "70000");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).startsWith("a port is a number from 0 to 65535, not 70000");
    }

    @Test
    void refusesATimeThatIsNone() {
        int code = serve("--timeout", "0");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).startsWith("a query needs more time than 0 ms");
    }

    @Test
    void namesTheReleaseThatThePointerPromises() throws IOException {
        Files.createDirectories(folder.resolve("build"));
        Files.writeString(folder.resolve("build/current"), "0123\n");

        int code = serve("--port", "0");

        assertThat(code).isEqualTo(3);
        assertThat(err.toString())
                .isEqualTo("dossier: the release is damaged: " + folder.resolve("build/releases/0123/manifest.json")
                        + " cannot be read; build again with 'dossier build'\n");
        assertThat(out.toString()).isEmpty();
    }
}
