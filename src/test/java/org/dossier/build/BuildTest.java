package org.dossier.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dossier.release.Release;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds the invented dossier as the program does it. */
class BuildTest {

    private static final Path INVENTED = Path.of("src/test/resources/dossiers/invented");

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        copyTo(folder);
    }

    private static void copyTo(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(INVENTED)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(INVENTED.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static Build.Outcome build(Path dossier, Instant when) {
        return Build.run(dossier, Options.USUAL, Clock.fixed(when, ZoneOffset.UTC), "test", Stages.silent());
    }

    @Test
    void givesTheSameReleaseWhateverTheClockLocaleTimeZoneAndPlace(@TempDir Path elsewhere) throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        copyTo(elsewhere);
        Set<Map<String, String>> releases = new HashSet<>();
        try {
            releases.add(files(build(folder, Instant.EPOCH)));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            releases.add(files(build(elsewhere, Instant.parse("2040-01-01T00:00:00Z"))));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        assertThat(releases).hasSize(1);
    }

    private static Map<String, String> files(Build.Outcome outcome) throws IOException {
        Release release = outcome.release().orElseThrow();
        Map<String, String> texts =
                new TreeMap<>(Map.of("id", release.manifest().id()));
        for (var file : release.manifest().data()) {
            texts.put(file.name(), Files.readString(release.folder().resolve(file.name())));
        }
        return texts;
    }

    @Test
    void leavesTheReleaseBeforeAsItWasWhenThereIsAMistake() throws IOException {
        Release before = build(folder, Instant.EPOCH).release().orElseThrow();
        Files.writeString(folder.resolve("facts/more.yaml"), "source: more\nhas kind: no-such-kind\n");

        Build.Outcome after = build(folder, Instant.EPOCH);

        assertThat(after.release()).isEmpty();
        assertThat(after.problems().toString()).contains("facts/more.yaml:2:11: error[unknown-kind]");
        assertThat(Build.releases(folder).current().orElseThrow().verified().manifest())
                .isEqualTo(before.manifest());
    }

    @Test
    void tellsEveryStageAndWhatTheReleaseHolds() {
        Map<String, String> stages = new TreeMap<>();

        Build.Outcome outcome = Build.run(
                folder,
                Options.USUAL,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                "test",
                (stage, result, took) -> stages.put(stage, result));

        assertThat(stages)
                .containsOnlyKeys(
                        "facts", "imports", "links", "ontology", "quotes", "release", "rules", "shapes", "triples");
        assertThat(outcome.balance().counts().keySet())
                .containsExactly("files", "sources", "entities", "records", "claims", "passages", "triples");
        long records = outcome.balance().standings().values().stream()
                .flatMap(standings -> standings.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        assertThat(outcome.balance().counts()).containsEntry("records", records);
    }
}
