package org.dossier.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                        "en-GB"));
    }

    @Test
    void hasDefaultsForAllButTheTitle() throws IOException {
        Files.writeString(folder.resolve("dossier.yaml"), "title: Cameras\n");

        DossierSettings settings = DossierSettings.read(folder, problems);

        assertThat(problems.list()).isEmpty();
        assertThat(settings)
                .isEqualTo(new DossierSettings("Cameras", "https://w3id.org/dossier/id/", null, null, null, "en"));
    }

    @Test
    void namesTheFileThatCannotBeRead() {
        assertThatThrownBy(() -> DossierSettings.read(folder, problems))
                .isInstanceOf(SurroundingsException.class)
                .hasMessageContaining("dossier.yaml");
    }
}
