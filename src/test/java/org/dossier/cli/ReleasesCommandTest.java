package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.dossier.release.Release;
import org.dossier.release.ReleaseContent;
import org.dossier.release.Releases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String first = "";
    private String second = "";

    @BeforeEach
    void writeTwoReleases() throws IOException {
        Files.writeString(folder.resolve("dossier.yaml"), "title: Invented\n");
        first = write("one", "2026-01-01T00:00:00Z").manifest().id();
        second = write("two", "2026-01-02T00:00:00Z").manifest().id();
    }

    private Release write(String name, String time) {
        var unit = RDFParser.fromString(
                        "<https://example.org/a> <https://example.org/b> \"" + name + "\" .", Lang.TURTLE)
                .toGraph();
        ReleaseContent content = new ReleaseContent(
                "Invented",
                "https://example.org/id/",
                new TreeMap<>(Map.of("facts", unit)),
                Map.of(),
                new TreeMap<>(),
                Map.of("triples", 1234L));
        return new Releases(folder.resolve("build"))
                .write(content, "1.0", Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
    }

    private int releases(String... options) {
        String[] line = Stream.concat(Stream.of("-C", folder.toString(), "releases"), Stream.of(options))
                .toArray(String[]::new);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), line);
    }

    @Test
    void listsThemWithTheNewestFirst() {
        assertThat(releases()).isEqualTo(0);

        assertThat(out.toString())
                .isEqualTo("* " + second + "  2026-01-02T00:00:00Z  1,234 triples\n  " + first
                        + "  2026-01-01T00:00:00Z  1,234 triples\n");
    }

    @Test
    void goesBackToOne() {
        assertThat(releases("--use", first.substring(0, 10))).isEqualTo(0);

        assertThat(out.toString()).isEqualTo(first + " is current now\n");
        assertThat(new Releases(folder.resolve("build")).currentId()).contains(first);
    }

    @Test
    void refusesABeginningThatIsNone() {
        assertThat(releases("--use", "zzz")).isEqualTo(2);

        assertThat(err.toString()).startsWith("no release, or more than one, has an id that begins with 'zzz'");
    }

    @Test
    void removesOldOnes() {
        assertThat(releases("--keep", "1")).isEqualTo(0);

        assertThat(out.toString()).isEqualTo(first + " is removed\n");
        assertThat(new Releases(folder.resolve("build")).ids()).containsExactly(second);
    }

    @Test
    void removesNoneWhenAskedToKeepNone() {
        assertThat(releases("--keep", "0")).isEqualTo(2);

        assertThat(new Releases(folder.resolve("build")).ids()).hasSize(2);
    }

    @Test
    void namesWhatIsDamaged() throws IOException {
        Path file = folder.resolve("build/releases/" + first + "/units/facts.nt");
        Files.writeString(file, "");

        assertThat(releases("--verify")).isEqualTo(3);

        assertThat(out.toString().lines())
                .containsExactlyInAnyOrder(
                        second + "  sound",
                        first + "  the release is damaged: " + file + " is missing or is not what was written;"
                                + " build again with 'dossier build'");
    }
}
