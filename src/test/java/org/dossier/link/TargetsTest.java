package org.dossier.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetsTest {

    private static final Path REPOSITORY = Path.of("");
    private static final Path OPEN_DATA = Path.of("../shared/open-data");

    private static final String DESCRIPTION = """
            title: Invented firms
            prefix: inv
            iri: https://inv.example/
            file: firms.csv
            id: No
            name: Name
            other names: {column: Aliases, separator: "|"}
            former names: {column: Old, when: {Why: renamed}}
            short names: Brief
            identifiers: {lei: LEI}
            country: Country
            place: City
            parents: {column: Ties, separator: ";", begins: parent=}
            only: {Status: [active, asleep]}
            drop: ' \\([^()]*\\)$'
            """;

    @TempDir
    Path dossier;

    private final Problems problems = new Problems();

    private Target describe(String yaml) throws IOException {
        Files.createDirectories(dossier.resolve(Targets.FOLDER));
        Files.writeString(dossier.resolve(Targets.FOLDER + "/inv.yaml"), yaml);
        return Targets.read(dossier, "inv", problems).orElse(null);
    }

    private List<Profile> read(String yaml, String name, String content) throws IOException {
        Path file = Files.writeString(dossier.resolve(name), content);
        return TargetFile.read(describe(yaml), file, problems);
    }

    static List<String> shipped() {
        return Targets.names(REPOSITORY);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void theShippedDescriptionsAreGood(String name) {
        assertThat(Targets.read(REPOSITORY, name, problems)).isPresent();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void shipsADescriptionForEachRegister() {
        assertThat(Targets.names(REPOSITORY))
                .containsExactly(
                        "agency-codes",
                        "curated",
                        "gleif",
                        "gleif-api",
                        "recipients",
                        "ror",
                        "sec",
                        "usaspending-recipients",
                        "wikidata",
                        "wikidata-agencies",
                        "wikidata-service");
    }

    @Test
    void readsATable() throws IOException {
        List<Profile> entries = read(DESCRIPTION, "firms.csv", """
                No,Name,Aliases,Old,Why,Brief,LEI,Country,City,Ties,Status
                7,Iron Harbor (United States),IH Corp|Harbor,Tin Harbor,renamed,IHC,L1,USA,Springfield,child=9;parent=3,active
                2,Cobalt Mill,,Old Mill,merged,,,Germany,,,asleep
                7,Iron Harbor Inc,,,,,L2,,,,active
                5,Gone Ltd,,,,,,GB,,,dissolved
                """);

        assertThat(problems.list()).isEmpty();
        assertThat(entries)
                .containsExactly(
                        new Profile(
                                "2",
                                List.of(Name.preferred("Cobalt Mill")),
                                Map.of(),
                                new Context("DE", null, Set.of(), Set.of(), null, null)),
                        new Profile(
                                "7",
                                List.of(
                                        Name.preferred("Iron Harbor"),
                                        new Name("IH Corp", Name.Role.ALIAS),
                                        new Name("Harbor", Name.Role.ALIAS),
                                        new Name("Tin Harbor", Name.Role.FORMER),
                                        new Name("IHC", Name.Role.SHORT),
                                        new Name("Iron Harbor Inc", Name.Role.ALIAS)),
                                Map.of("lei", Set.of("L1", "L2")),
                                new Context("US", "Springfield", Set.of("3"), Set.of(), null, null)));
    }

    @Test
    void readsTheAnswerOfASparqlEndpoint() throws IOException {
        List<Profile> entries = read("""
                title: Items
                prefix: wd
                iri: http://wd.example/
                file: items.json
                rows: /results/bindings/*
                id: {column: item.value, begins: "http://wd.example/"}
                name: itemLabel.value
                other names: alias.value
                """, "items.json", """
                {"head": {"vars": ["item", "itemLabel", "alias"]}, "results": {"bindings": [
                  {"item": {"type": "uri", "value": "http://wd.example/Q7"}, "itemLabel": {"value": "Iron Harbor"}, "alias": {"value": "IH"}},
                  {"item": {"type": "uri", "value": "http://wd.example/Q7"}, "itemLabel": {"value": "Iron Harbor"}, "alias": {"value": "The Harbor"}}
                ]}}
                """);

        assertThat(entries)
                .containsExactly(new Profile(
                        "Q7",
                        List.of(
                                Name.preferred("Iron Harbor"),
                                new Name("IH", Name.Role.ALIAS),
                                new Name("The Harbor", Name.Role.ALIAS)),
                        Map.of(),
                        Context.UNKNOWN));
    }

    private static final String RDF = """
            title: Items
            prefix: t
            iri: https://t.example/
            file: items.ttl
            select: |
              PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
              SELECT ?item ?name ?other { ?item skos:prefLabel ?name OPTIONAL { ?item skos:altLabel ?other } }
            id: {column: item, begins: "https://t.example/"}
            name: name
            other names: other
            """;

    @Test
    void readsAnRdfFileByAQuery() throws IOException {
        List<Profile> entries = read(RDF, "items.ttl", """
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                <https://t.example/7> skos:prefLabel "Iron Harbor"@en ; skos:altLabel "IH" .
                """);

        assertThat(problems.list()).isEmpty();
        assertThat(entries)
                .containsExactly(new Profile(
                        "7",
                        List.of(Name.preferred("Iron Harbor"), new Name("IH", Name.Role.ALIAS)),
                        Map.of(),
                        Context.UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            items.ttl    | <a> <b>                | the file cannot be read: [line: 2, col: 1 ] Premature end of file
            items.jsonld | {}                     | by its name this is neither Turtle nor N-Triples
            """)
    void refusesRdfThatItCannotReadSafely(String name, String content, String message) throws IOException {
        assertThat(read(RDF, name, content + "\n")).isEmpty();
        assertThat(problems.list()).hasSize(1).first().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("target-rdf");
            assertThat(problem.message()).startsWith(message.substring(0, 20));
        });
    }

    @Test
    void namesTheColumnThatIsMissing() throws IOException {
        assertThat(read(DESCRIPTION, "firms.csv", "No,Nam\n7,Iron Harbor\n")).isEmpty();
        assertThat(problems.list())
                .extracting(Problem::toString)
                .contains(
                        "firms.csv: error[target-column]: the file has no column 'Name', which links/targets/inv.yaml names;"
                                + " did you mean 'Nam'?");
    }

    @Test
    void tellsWhatIsWrongWithADescription() throws IOException {
        Target none = describe("""
                title: Invented
                prefix: inv
                iri: https://inv.example/
                file: firms.csv
                id: [a]
                name: {colum: Name}
                contry: Country
                only: active
                drop: '('
                rows: {}
                """);

        assertThat(none).isNull();
        assertThat(problems.list())
                .extracting(problem -> problem.place().line() + " " + problem.code() + " " + problem.remedy())
                .containsExactly(
                        "5 target-value write its header, or {column: …, separator: …}",
                        "6 target-value add 'column:' and its header",
                        "6 unknown-key did you mean 'column'?",
                        "7 unknown-key did you mean 'country'?",
                        "8 target-value write it like {status: [active]}",
                        "9 target-value Unclosed group",
                        "10 not-text ");
    }

    @Test
    void asksForWhatADescriptionNeeds() throws IOException {
        describe("title: Invented\n");

        assertThat(problems.list())
                .extracting(Problem::message)
                .containsExactly("the description of a target needs prefix, iri, file, id, name");
    }

    @Test
    void namesTheFileThatIsNotThereAndWhereToGetIt() throws IOException {
        Target target = describe(DESCRIPTION + "homepage: https://inv.example/download\n");

        assertThatThrownBy(() -> TargetFile.read(target, dossier.resolve("firms.csv"), problems))
                .isInstanceOf(SurroundingsException.class)
                .hasMessageContaining("firms.csv")
                .hasMessageContaining("https://inv.example/download");
    }

    @ParameterizedTest
    @CsvSource({
        "sec, linking-targets/company_tickers.json, 7919",
        "ror, linking-targets/ror_government_company.csv, 11779",
        "wikidata-agencies, linking-targets/us_agency_wikidata.csv, 70",
        "agency-codes, agency-codes/agency_codes.csv, 1490",
        "usaspending-recipients, usaspending-official-layouts/us-local-gov-ice-contracts.csv, 231"
    })
    void readsTheRealRegisters(String name, String file, int entries) {
        assumeTrue(Files.exists(OPEN_DATA), "the open data is not at hand");
        Target target = Targets.read(REPOSITORY, name, problems).orElseThrow();

        assertThat(TargetFile.read(target, OPEN_DATA.resolve(file), problems).size())
                .isEqualTo(entries);
        assertThat(problems.list()).isEmpty();
    }
}
