package org.dossier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.browser.Dossiers;
import org.dossier.serve.DossierServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs what the docs show of curl against the shipped dossier, served on a free port. The lines that the docs show have to be
 * among those that come: of headers they show only a few.
 */
class CurlTranscriptsTest {

    private static final Path DOCS = Path.of("docs/web.md");
    private static final Pattern BLOCK = Pattern.compile("```console\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ (.*)\\n((?:(?!\\$ ).*\\n)*)");

    @TempDir
    static Path folder;

    private static DossierServer server;

    @BeforeAll
    static void serve() throws IOException {
        assumeTrue(isThere("curl"), "skipped: curl is not installed");
        Dossiers.Built shipped = Dossiers.shipped();
        server = ServedDossier.start(shipped.folder(), shipped.release());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    @TestFactory
    List<DynamicTest> everyTranscriptIsWhatTheServerAnswers() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(DOCS));
        while (block.find()) {
            Matcher command = COMMAND.matcher(block.group(1));
            while (command.find()) {
                String line = command.group(1);
                List<String> shown =
                        command.group(2).lines().filter(text -> !text.isBlank()).toList();
                tests.add(DynamicTest.dynamicTest(line, () -> compare(line, shown)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(15);
        return tests;
    }

    /** Headers come in any order. */
    private static void compare(String command, List<String> shown) throws IOException, InterruptedException {
        List<String> output = output(command);
        if (command.startsWith("curl -sI")) {
            assertThat(output).containsAll(shown);
        } else {
            assertThat(output).containsSubsequence(shown);
        }
    }

    private static List<String> output(String command) throws IOException, InterruptedException {
        String address =
                server.address().toString().replaceFirst("^http://", "").replaceFirst("/$", "");
        Process shell = new ProcessBuilder("sh", "-c", command.replace("localhost:3030", address))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
        return output.lines().map(String::stripTrailing).toList();
    }
}
