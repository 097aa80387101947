package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {

    @TempDir
    Path folder;

    @Test
    void makesADossierWithoutProblemsThatAnswersItsQuestions() {
        assertThat(Run.of(folder, "new", "harbour").out()).startsWith("dossier.yaml\nREADME.md\n.gitignore\n");

        Path harbour = folder.resolve("harbour");
        assertThat(Run.of(harbour, "check", "--strict", "--fail-on", "warning"))
                .isEqualTo(new Run(0, "", "no problem found\n"));
        assertThat(Run.of(harbour, "query", "who-uses-what", "--format", "csv").out())
                .isEqualTo("agency,technology,maker\r\nHarbour Watch,Quay cameras,Lumen\r\n");
        assertThat(Run.of(harbour, "query", "denials", "--format", "csv").out()).contains(",disputed,Harbour Watch,");
        assertThat(Run.of(harbour, "query", "standings").exitCode()).isZero();
    }

    @Test
    void letsTheQuoteCheckBeFelt() throws IOException {
        Run.of(folder, "new", "harbour");
        Path facts = folder.resolve("harbour/facts/harbour-gazette.yaml");
        Files.writeString(facts, Files.readString(facts).replace("has filmed everybody", "has filmed nobody"));

        Run check = Run.of(folder.resolve("harbour"), "check");

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out())
                .contains("facts/harbour-gazette.yaml:31:14: error[")
                .contains("everybody");
    }

    @Test
    void hidesTextsOfOthersFromGitAndShowsItsOwn() throws IOException {
        Run.of(folder, "new", "harbour");

        assertThat(Files.readString(folder.resolve("harbour/.gitignore")))
                .contains("\n/sources/*\n")
                .contains("\n!/sources/harbour-gazette.md\n")
                .contains("\n/build/\n");
    }

    @Test
    void refusesAFolderWithSomethingInIt() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        Run run = Run.of(folder, "new", ".");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is not an empty folder");
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("mine.txt"));
        assertThat(folder.resolve("dossier.yaml")).doesNotExist();
        assertThat(Run.of(folder, "new", "mine.txt").exitCode()).isEqualTo(2);
    }
}
