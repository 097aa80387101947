package org.dossier.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dossier.facts.DossierSettings.Choice;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierSettingsTest {

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @Test
    void readsWhatADossierSaysOfItself() throws IOException {
        Files.writeString(folder.resolve("dossier.yaml"), """
                title: "Cameras: a dossier"
                description: >-
                  What a town
                  does at night.
                base: http://example.org/cameras#   # ids go behind it
                licence: https://creativecommons.org/licenses/by/4.0/
                publisher: The desk
                language: en-GB
                """);

        DossierSettings settings = DossierSettings.read(folder, problems);

        assertThat(problems.list()).isEmpty();
        assertThat(settings)
                .isEqualTo(new DossierSettings(
                        "Cameras: a dossier",
                        "http://example.org/cameras#",
                        "https://creativecommons.org/licenses/by/4.0/",
                        "The desk",
                        "What a town does at night.",
                        "en-GB",
                        List.of()));
    }

    @Test
    void hasDefaultsForAllButTheTitle() throws IOException {
        Files.writeString(folder.resolve("dossier.yaml"), "title: Cameras\n");

        DossierSettings settings = DossierSettings.read(folder, problems);

        assertThat(problems.list()).isEmpty();
        assertThat(settings)
                .isEqualTo(new DossierSettings(
                        "Cameras", "https://w3id.org/dossier/id/", null, null, null, "en", List.of()));
    }

    @Test
    void namesTheFileThatCannotBeRead() {
        assertThatThrownBy(() -> DossierSettings.read(folder, problems))
                .isInstanceOf(SurroundingsException.class)
                .hasMessageContaining("dossier.yaml");
    }

    @Test
    void readsWhatIsChosenForTheServer() throws IOException {
        Files.writeString(folder.resolve("dossier.yaml"), """
                title: Cameras
                serve:
                  query-seconds: 10
                  names: cameras.example
                """);

        DossierSettings settings = DossierSettings.read(folder, problems);

        assertThat(problems.list()).isEmpty();
        assertThat(settings.serve())
                .containsExactly(
                        new Choice("query-seconds", "10", at(3, 3), at(3, 18)),
                        new Choice("names", "cameras.example", at(4, 3), at(4, 10)));
    }

    @Test
    void reportsWhatIsChosenTwiceOrIsNoText() throws IOException {
        Files.writeString(folder.resolve("dossier.yaml"), """
                title: Cameras
                serve:
                  nesting: 10
                  nesting: 11
                  names: [a, b]
                """);

        DossierSettings.read(folder, problems);

        assertThat(problems.list())
                .extracting(Object::toString)
                .containsExactly(
                        "dossier.yaml:4:3: error[duplicate-key]: 'nesting' stands here twice; delete one of the two",
                        "dossier.yaml:5:10: error[not-text]: a text is wanted here ('names')");
    }

    private static Place at(int line, int column) {
        return new Place("dossier.yaml", line, column);
    }
}
