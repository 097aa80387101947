package org.dossier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportDraftTest {

    private static final Vocabulary VOCABULARY =
            Ontology.of(Path.of("."), new Problems()).vocabulary();

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @Test
    void aDraftRunsAsItIsAndLosesNothing() throws Exception {
        Path file = Files.writeString(
                folder.resolve("Lamp list.csv"), "Lamp \"No.\",Lit (Y/N)?,\"two\nlines\"\nA 1,Y,x\nB 2,,y\n,Y,z\n");

        List<Path> written = ImportDraft.write(folder, "lamps", file, problems);
        ImportFolder imports = ImportFolder.read(folder, "lamps", Expressions.BASE, VOCABULARY, problems)
                .orElseThrow();
        ImportRun run = ImportRun.run(imports, List.of(file), ImportSettings.usual(), folder.resolve("out"), problems);

        assertThat(written).hasSize(2);
        assertThat(problems.list()).isEmpty();
        Balance balance = run.units().get(0).balance();
        assertThat(balance.mapped()).isEqualTo(2);
        assertThat(balance.rejected()).isEqualTo(1);
        assertThat(Files.readString(run.units().get(0).triples()))
                .contains("\"Lit (Y/N)?: Y\"", "\"two lines: x\"", "\"two lines: y\"", "label> \"A 1\"")
                .doesNotContain("B 2: ");
    }

    @Test
    void whatIsThereIsLeftAsItIs() throws Exception {
        Path file = Files.writeString(folder.resolve("lamps.csv"), "a,b\n1,2\n");
        ImportDraft.write(folder, "lamps", file, problems);
        Path mapping = folder.resolve("imports/lamps/mapping.rq");
        Files.writeString(mapping, "mine");

        assertThat(ImportDraft.write(folder, "lamps", file, problems)).isEmpty();
        assertThat(mapping).hasContent("mine");
    }

    @Test
    void aFileThatIsNoTableGivesNoDraft() throws Exception {
        Path file = Files.writeString(folder.resolve("lamps.csv"), "");

        assertThat(ImportDraft.write(folder, "lamps", file, problems)).isEmpty();
        assertThat(problems.list()).extracting(Problem::code).containsExactly("no-header");
        assertThat(folder.resolve("imports")).doesNotExist();
    }
}
