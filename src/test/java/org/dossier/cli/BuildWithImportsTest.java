package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files of open data to a release that can be asked, in one command. */
class BuildWithImportsTest {

    private static final String HEADER = "number,holder,amount\n";

    private static final String MAPPING = """
        PREFIX dossier: <https://w3id.org/dossier/ns#>
        PREFIX fn: <https://w3id.org/dossier/fn/>
        CONSTRUCT {
          ?contract a dossier:Contract ; dossier:awardNumber ?number ; dossier:ceilingAmount ?ceiling .
        } WHERE {
          BIND(fn:id("contract", ?number) AS ?contract)
          BIND(fn:decimal(?amount) AS ?ceiling)
        }
        """;

    private static final String SOURCE = """
        title: Invented awards
        key: [number]
        required: [number, amount]
        ignored:
          "no contract is described by it": [holder]
        """;

    @TempDir
    Path dossier;

    @TempDir
    Path data;

    @BeforeEach
    void begin() throws IOException {
        Files.writeString(dossier.resolve("dossier.yaml"), "title: Invented\nbase: https://example.org/id/\n");
        for (String name : List.of("awards", "orders")) {
            Path imports = Files.createDirectories(dossier.resolve("imports").resolve(name));
            Files.writeString(imports.resolve("mapping.rq"), MAPPING);
            Files.writeString(imports.resolve("source.yaml"), SOURCE.replace("awards", name));
        }
        Files.createDirectories(data.resolve("awards"));
        Files.writeString(data.resolve("awards/2024.csv"), HEADER + "A-1,Northwind,12.50\n");
        Files.writeString(data.resolve("awards/2025.csv"), HEADER + "A-2,Fabrikam,7\n");
        Files.writeString(data.resolve("awards/notes.txt"), "no rows are here\n");
        Files.writeString(data.resolve("orders.csv"), HEADER + "O-1,Contoso,1\n");
    }

    private Run build() {
        return Run.of(
                dossier,
                "build",
                "--import",
                "orders=" + data.resolve("orders.csv"),
                "--import",
                "awards=" + data.resolve("awards"));
    }

    private List<String> numbers() {
        Run query = Run.of(
                dossier,
                "SELECT ?number WHERE { ?contract dossier:awardNumber ?number } ORDER BY ?number",
                List.of("query", "-", "--format", "csv"));
        assertThat(query.exitCode()).as(query.err()).isZero();
        return query.out().lines().skip(1).toList();
    }

    @Test
    void takesFilesAndFoldersOfSeveralImports() throws IOException {
        Run built = build();

        assertThat(built.exitCode()).as(built.err()).isZero();
        assertThat(built.out())
                .containsSubsequence(
                        "2024.csv: 1 rows read = 1 mapped + 0 rejected",
                        "2025.csv: 1 rows read = 1 mapped + 0 rejected",
                        "orders.csv: 1 rows read = 1 mapped + 0 rejected",
                        "inputs    to be built",
                        "imports   3 files");
        assertThat(numbers()).containsExactly("A-1", "A-2", "O-1");
        assertThat(dossier.resolve("imports/awards/files.tsv")).content().contains("2024.csv\t", "2025.csv\t");
    }

    @Test
    void doesNothingWhenNothingHasChanged() {
        String first = build().out();
        Run again = build();

        assertThat(first).contains("rows read");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).startsWith("inputs    nothing has changed").doesNotContain("rows read");
    }

    @Test
    void takesAChangedFileInPlaceOfTheOldOne() throws IOException {
        build();
        Files.writeString(data.resolve("awards/2025.csv"), HEADER + "A-3,Fabrikam,70\n");
        Run again = build();

        assertThat(again.out()).contains("2025.csv: 1 rows read").contains("not converted again: nothing has changed");
        assertThat(again.out()).doesNotContain("orders.csv: 1 rows read");
        assertThat(numbers()).containsExactly("A-1", "A-3", "O-1");
    }

    @Test
    void buildsNothingWhenAFileCannotBeTaken() throws IOException {
        build();
        Files.writeString(data.resolve("orders.csv"), "number,holder\nO-2,Contoso\n");
        Run refused = build();

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("missing-column")
                .endsWith("no release was written; the one before, if any, is as it was\n");
        assertThat(numbers()).containsExactly("A-1", "A-2", "O-1");
    }

    @Test
    void refusesWhatIsNoImportOrNoFile() throws IOException {
        Path empty = Files.createDirectories(data.resolve("empty"));

        Run unknown = Run.of(dossier, "build", "--import", "award=" + data);
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("no import is called 'award'; did you mean 'awards'?");
        assertThat(Run.of(dossier, "build", "--import", "awards").err())
                .contains("'awards' is not NAME=PATH, such as agency-codes=agencies.csv");
        assertThat(Run.of(dossier, "build", "--import", "awards=" + empty).err())
                .contains("no file of rows is in " + empty);
        Run absent = Run.of(dossier, "build", "--import", "awards=" + data.resolve("absent.csv"));
        assertThat(absent.exitCode()).isEqualTo(3);
        assertThat(absent.err()).contains("absent.csv: there is no such file");
    }
}
