package org.dossier.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One fact is changed in the invented dossier, and a record of it stands otherwise: {@code dossiers/standings.yaml}. */
class StandingsTest {

    private static final Path DOSSIERS = Path.of("src", "test", "resources", "dossiers");

    @TempDir
    Path folder;

    /**
     * @param file which file of the invented dossier changes; empty when none does
     * @param replace what stands in it once
     * @param with what stands there instead
     * @param standing that the record then has
     */
    record Change(String why, String file, String replace, String with, String record, String standing) {

        static Change of(Map<String, String> item) {
            return new Change(
                    item.get("why"),
                    item.getOrDefault("file", ""),
                    item.getOrDefault("replace", ""),
                    item.getOrDefault("with", ""),
                    item.get("record"),
                    item.get("standing"));
        }

        @Override
        public String toString() {
            return why + " " + record + " is " + standing;
        }
    }

    @SuppressWarnings("unchecked")
    static Stream<Change> changes() throws IOException {
        String text = Files.readString(DOSSIERS.resolve("standings.yaml"));
        Object items = new Load(LoadSettings.builder().build()).loadFromString(text);
        return ((List<Map<String, String>>) items).stream().map(Change::of);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aRecordStandsAsTheEvidenceAllows(Change change) throws IOException {
        copy(DOSSIERS.resolve("invented"), folder);
        if (!change.file().isEmpty()) {
            apply(change, folder.resolve(change.file()));
        }

        TestDossier dossier = TestDossier.in(folder);

        assertThat(dossier.standing(change.record())).isEqualTo(change.standing());
    }

    @Test
    void allSevenStandingsAreReached() throws IOException {
        assertThat(changes().map(Change::standing))
                .contains("documented", "acknowledged", "corroborated", "reported", "stated", "disputed", "retracted");
    }

    private static void apply(Change change, Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text.split(Pattern.quote(change.replace()), -1))
                .as("what '" + change.why() + "' replaces stands once in " + change.file())
                .hasSize(2);
        Files.writeString(file, text.replace(change.replace(), change.with()));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
