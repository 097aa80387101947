package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    Path folder;

    @Test
    void writesEverythingIntoTheBuildFolderAndNamesTheFiles() throws IOException {
        smallDossier();

        Run run = Run.of(folder, "export");

        Path export = folder.resolve("build/export");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("""
                        EXPORT/alignments.ttl
                        EXPORT/context.jsonld
                        EXPORT/dossier.jsonld
                        EXPORT/dossier.nq
                        EXPORT/dossier.trig
                        EXPORT/dossier.ttl
                        EXPORT/kinds.ttl
                        EXPORT/ontology.ttl
                        """.replace("EXPORT", export.toString()));
        assertThat(export.resolve("SHA256SUMS")).isRegularFile();
        assertThat(Files.readString(export.resolve("dossier.ttl"))).contains("rdfs:label \"Harbour Office\" .");
    }

    @Test
    void writesOnlyWhatIsAskedFor() throws IOException {
        smallDossier();
        Path target = folder.resolve("elsewhere");

        assertThat(Run.of(folder, "export", "-o", target.toString(), "--format", "ttl,nq")
                        .out())
                .isEqualTo(target + "/dossier.nq\n" + target + "/dossier.ttl\n");
    }

    @Test
    void doesNotKnowOtherFormats() throws IOException {
        smallDossier();

        assertThat(Run.of(folder, "export", "--format", "ttl,trg"))
                .isEqualTo(new Run(
                        2, "", "there is no format 'trg'; did you mean 'trig'?\nTry 'dossier export --help'.\n"));
    }

    @Test
    void namesAFolderThatCannotBeWritten() throws IOException {
        smallDossier();
        Path file = Files.writeString(folder.resolve("file"), "");

        Run run = Run.of(folder, "export", "-o", file.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("dossier: cannot write " + file);
    }

    private void smallDossier() throws IOException {
        Files.copy(Path.of("src/test/resources/dossiers/invented/dossier.yaml"), folder.resolve("dossier.yaml"));
        Files.createDirectories(folder.resolve("facts"));
        Files.writeString(folder.resolve("facts/harbour.yaml"), """
                entities:
                  - agency: harbour-office
                    label: Harbour Office
                """);
    }
}
