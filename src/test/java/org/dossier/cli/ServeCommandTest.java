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
        assertThat(err.toString()).startsWith("'70000' is no value for port; expected a port from 0 to 65535");
    }

    @Test
    void refusesATimeThatIsNone() {
        int code = serve("--timeout", "0");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).startsWith("'0' is no value for query-seconds; expected seconds, such as 30 or 0.5");
    }

    @Test
    void refusesASettingThatIsNone() {
        int code = serve("--set", "query-secnods=3");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).startsWith("'query-secnods' is no setting; did you mean 'query-seconds'?");
    }

    @Test
    void takesTheSettingsOfTheDossierAndThenThoseOfTheCommandLine() throws IOException {
        Files.writeString(folder.resolve("dossier.yaml"), "title: A\nserve:\n  nesting: 20\n  digits: 30\n");

        int code = serve("--show-limits", "--set", "digits=40");

        assertThat(code).isEqualTo(0);
        assertThat(out.toString()).containsPattern("nesting +20 ").containsPattern("digits +40 ");
    }

    @Test
    void saysWhereASettingOfTheDossierIsWrong() throws IOException {
        Files.writeString(folder.resolve("dossier.yaml"), "title: A\nserve:\n  nestnig: 20\n  digits: many\n");

        int code = serve();

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("dossier.yaml:3:3: error[unknown-setting]: 'nestnig' is no setting of a server;"
                        + " did you mean 'nesting'?\n"
                        + "dossier.yaml:4:11: error[bad-setting]: 'many' is no value for digits;"
                        + " expected a whole number from 1 upwards\n");
    }

    @Test
    void showsEverySettingWithItsValue() {
        int code = serve("--show-limits", "--timeout", "7", "--set", "nesting=50", "--set", "query-slots=3");

        assertThat(code).isEqualTo(0);
        assertThat(out.toString().lines())
                .hasSize(30)
                .contains(
                        "host                 localhost    name or address to listen on; localhost is reached from"
                                + " this machine only",
                        "query-seconds        7            longest time of a query",
                        "query-slots          3            queries that run at once; auto is the number of processors",
                        "nesting              50           most brackets of a query that are open at once");
    }

    @Test
    void namesTheReleaseThatThePointerPromises() throws IOException {
        Files.createDirectories(folder.resolve("build"));
        Files.writeString(folder.resolve("build/current"), "0123456789abcdef0123456789abcdef\n");

        int code = serve("--port", "0");

        assertThat(code).isEqualTo(3);
        assertThat(err.toString())
                .isEqualTo("dossier: the release is damaged: "
                        + folder.resolve("build/releases/0123456789abcdef0123456789abcdef/manifest.json")
                        + " cannot be read; build again with 'dossier build'\n");
        assertThat(out.toString()).isEmpty();
    }
}
