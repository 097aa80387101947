package org.dossier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dossier.release.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HangUpTest {

    @TempDir
    Path folder;

    private Release build(String title) throws IOException {
        Files.writeString(folder.resolve("dossier.yaml"), "title: " + title + "\nbase: https://example.org/id/\n");
        Files.createDirectories(folder.resolve("facts"));
        Files.writeString(folder.resolve("facts/a.yaml"), "entities:\n  - firm: one\n    label: " + title + "\n");
        Run run = Run.of(folder, "build");
        assertThat(run.exitCode()).as(run.err() + run.out()).isEqualTo(0);
        return org.dossier.build.Build.releases(folder).current().orElseThrow();
    }

    /** Whoever starts with nohup has it ignored by all that it starts, and Java abides by that. */
    private static boolean isHeard() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .noneMatch(line -> (Character.digit(line.charAt(line.length() - 1), 16) & 1) == 1);
    }

    @Test
    @Timeout(120)
    void servesTheNextReleaseWhenTheSignalComes() throws Exception {
        assumeTrue(isHeard(), "skipped: the signal is not heard here");
        Release first = build("First");
        Process server = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "-C",
                        folder.toString(),
                        "serve",
                        "--port",
                        "0"))
                .start();
        try (BufferedReader out = server.inputReader(UTF_8);
                BufferedReader err = server.errorReader(UTF_8)) {
            assertThat(err.readLine())
                    .startsWith("serving release " + first.manifest().id());
            assertThat(out.readLine()).startsWith("http://localhost:");
            Release second = build("Second");

            new ProcessBuilder("kill", "-HUP", Long.toString(server.pid()))
                    .start()
                    .waitFor();

            assertThat(err.readLine())
                    .isEqualTo("serving release " + second.manifest().id());
        } finally {
            server.destroyForcibly();
        }
    }
}
