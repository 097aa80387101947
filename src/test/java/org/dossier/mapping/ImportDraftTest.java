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
        assertThat(balance.mapped()).isEqualTo(3);
        assertThat(Files.readString(run.units().get(0).triples()))
                .contains("\"Lit (Y/N)?: Y\"", "\"Lamp \\\"No.\\\": A 1\"", "label> \"x\"", "kind/reported");
        assertThat(folder.resolve("imports/lamps/source.yaml")).content().contains("key: [\"two\\nlines\"]");
    }

    @Test
    void aFileWithoutAKeyLosesNoRowAndSaysWhenAndLeadsToNobody() throws Exception {
        Path file = Files.writeString(folder.resolve("lamps.csv"), """
                record,day,e-mail,spare,name
                a,31/12/2024,x@example.org,,Quay
                a,1/2/2024,y@example.org,,Mole
                b,1/2/2024,,,Mole
                b,1/2/2024,,,Mole
                """);

        ImportDraft.write(folder, "lamps", file, problems);
        ImportFolder imports = ImportFolder.read(folder, "lamps", Expressions.BASE, VOCABULARY, problems)
                .orElseThrow();
        ImportRun run = ImportRun.run(imports, List.of(file), ImportSettings.usual(), folder.resolve("out"), problems);

        assertThat(problems.list()).isEmpty();
        assertThat(run.units().get(0).balance().text())
                .startsWith("lamps.csv: 4 rows read = 3 mapped + 0 rejected + 1 duplicate + 0 ignored by rule");
        assertThat(Files.readString(run.units().get(0).triples()))
                .contains("date> \"2024-12-31\"", "date> \"2024-02-01\"", "label> \"a\"", "label> \"b\"", "name: Mole")
                .doesNotContain("example.org\"");
        assertThat(folder.resolve("imports/lamps/source.yaml"))
                .content()
                .contains("  \"empty in the file that this was drafted from\": [\"spare\"]\n")
                .contains("  \"leads to people; load it only with a reason\": [\"e-mail\"]\n");
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
