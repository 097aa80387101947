package org.dossier.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.dossier.problem.SurroundingsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A little of what {@code bench/kill} and {@code bench/disk-full} do at length. */
class InterruptedBuildTest {

    @TempDir
    Path folder;

    @BeforeEach
    void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: processes are started by a shell");
    }

    private static Process begun(Process process) throws IOException {
        assertThat(process.inputReader(UTF_8).readLine()).isEqualTo("begun");
        return process;
    }

    @Test
    void losesNothingAndShowsNothingHalfWhenItIsKilled() throws Exception {
        WritingProcess.write(folder, 0);
        Random random = new Random(3);
        for (int i = 0; i < 4; i++) {
            Process build = begun(WritingProcess.start(folder, "on-and-on", 0));
            Thread.sleep(Duration.ofMillis(random.nextInt(300)).toMillis());
            build.destroyForcibly().waitFor();

            Releases releases = new Releases(folder);

            assertThat(releases.current()
                            .orElseThrow()
                            .verified()
                            .load()
                            .getDefaultGraph()
                            .size())
                    .isEqualTo(300);
            releases.ids().forEach(id -> releases.named(id).orElseThrow().verified());
        }
        assertThat(WritingProcess.write(folder, 0))
                .isEqualTo(new Releases(folder).current().orElseThrow());
        assertThat(folder.resolve("releases")).isDirectoryNotContaining("glob:**/.unfinished*");
    }

    @Test
    void keepsTheLockUntilItsProcessEndsHoweverThatEnds() throws Exception {
        Process other = begun(WritingProcess.start(folder, "hold", 0));

        assertThatThrownBy(() -> WritingProcess.write(folder, 1))
                .isInstanceOf(SurroundingsException.class)
                .hasMessage("another build (process " + other.pid() + ") is writing into " + folder
                        + "; wait for it to end");

        other.destroyForcibly().waitFor();
        assertThat(WritingProcess.write(folder, 1).verified()).isNotNull();
    }

    @Test
    void leavesTheOldReleaseWhenNoMoreCanBeWritten() throws Exception {
        Release old = WritingProcess.write(folder, 1);

        for (int kibibytes : new int[] {1, 5, 20}) {
            Process build = WritingProcess.start(folder, "3", kibibytes);
            String said = new String(build.getErrorStream().readAllBytes(), UTF_8);

            assertThat(build.waitFor()).isEqualTo(3);
            assertThat(said.lines()).singleElement().asString().startsWith("cannot write ");
            assertThat(new Releases(folder).current()).contains(old);
            assertThat(old.verified()).isEqualTo(old);
            assertThat(new Releases(folder).ids())
                    .containsExactly(old.manifest().id());
        }
    }
}
