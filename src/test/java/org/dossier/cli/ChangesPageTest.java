package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.jena.system.Txn;
import org.dossier.author.NewDossier;
import org.dossier.build.Build;
import org.dossier.build.Options;
import org.dossier.build.Stages;
import org.dossier.explain.change.Difference;
import org.dossier.explain.change.ReleaseChanges;
import org.dossier.explain.change.Version;
import org.dossier.release.Release;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two releases of one dossier, of which only what differs is read, as it is of large ones. */
class ChangesPageTest {

    @TempDir
    static Path folder;

    private static Release before;
    private static Release after;

    @BeforeAll
    static void buildTwice() throws IOException {
        NewDossier.write(folder);
        before = build("2026-01-02T03:04:05Z");
        Path gazette = folder.resolve("facts/harbour-gazette.yaml");
        Files.writeString(gazette, Files.readString(gazette).replace("label: ", "label: New "));
        Files.delete(folder.resolve("facts/watch-statement.yaml"));
        after = build("2026-01-03T03:04:05Z");
    }

    private static Release build(String when) {
        Clock clock = Clock.fixed(Instant.parse(when), ZoneOffset.UTC);
        return Build.run(folder, Options.USUAL, clock, "test", Stages.silent())
                .release()
                .orElseThrow();
    }

    private static Version version(Release release) {
        return new Version("one", release.load(), release.manifest().base(), folder);
    }

    @Test
    void readingOnlyWhatDiffersFindsWhatLoadingBothFinds() {
        Version now = version(after);
        Difference full =
                ReleaseChanges.inFull(before, version(before), after, now).difference();

        ReleaseChanges byUnits = Txn.calculateRead(now.data(), () -> ReleaseChanges.byUnits(before, "one", after, now));

        assertThat(byUnits.isTold()).isTrue();
        assertThat(byUnits.hasAnswers()).isFalse();
        assertThat(byUnits.units()).isNotEmpty();
        assertThat(byUnits.difference().asserted()).isEqualTo(full.asserted());
        assertThat(byUnits.difference().withdrawn()).isEqualTo(full.withdrawn());
        assertThat(byUnits.difference().standings()).isEqualTo(full.standings());
        assertThat(full.changed()).containsAll(byUnits.difference().changed());
        assertThat(byUnits.difference().changed()).isNotEmpty();
        assertThat(full.withdrawn()).isNotEmpty();
        assertThat(full.standings()).isNotEmpty();
    }

    @Test
    void theSameReleaseHasNoChanges() {
        Version now = version(after);

        ReleaseChanges same = Txn.calculateRead(now.data(), () -> ReleaseChanges.byUnits(after, "one", after, now));

        assertThat(same.units()).isEqualTo(List.of());
        assertThat(same.difference().isEmpty()).isTrue();
    }
}
