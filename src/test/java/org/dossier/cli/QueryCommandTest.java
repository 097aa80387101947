package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over the invented town among the test resources, with two questions of its own. */
class QueryCommandTest {

    private static final Path INVENTED = Path.of("src/test/resources/dossiers/invented");

    private static final String STORES = """
            # How much does an agency store, and when?
            # group: Storage
            # param agency: Agency  -- whose store it is
            # param from: date = 2021
            # Figures are as the source gives them.
            SELECT ?date ?value ?unit {
              ?store dossier:isMeasuredFor ?agency ; dossier:value ?value ; dossier:date ?date ; dossier:hasUnit ?unit .
              FILTER(STR(?date) >= STR(?from))
              FILTER(?unit = kind:terabyte)
            } ORDER BY STR(?date)
            """;

    private static final String FIRMS =
            "# Which firms are there?\nSELECT ?firm { ?firm a dossier:Firm } ORDER BY ?firm\n";

    @TempDir
    static Path town;

    @BeforeAll
    static void copyTheTownAndWriteItsQuestions() throws IOException {
        try (Stream<Path> files = Files.walk(INVENTED)) {
            for (Path file : files.sorted().toList()) {
                Path target = town.resolve(INVENTED.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        Files.createDirectories(town.resolve("queries"));
        Files.writeString(town.resolve("queries/stores.rq"), STORES);
        Files.writeString(town.resolve("queries/firms.rq"), FIRMS);
        Files.writeString(town.resolve("query-of-mine.rq"), "ASK { id:orrin a dossier:Firm }");
        assertThat(Run.of(town, "build").exitCode()).isZero();
    }

    @Test
    void listsTheQuestionsUnderTheirGroups() {
        assertThat(run("query")).isEqualTo(new Run(0, """
                                Other
                                  firms   Which firms are there?

                                Storage
                                  stores  How much does an agency store, and when?
                                """, ""));
    }

    @Test
    void answersAQuestionWithNames() {
        assertThat(run("query", "firms")).isEqualTo(new Run(0, "firm\n-------\nKestrel\nLumen\nOrrin\n", ""));
        assertThat(run("query", "firms", "--iris", "--format", "csv"))
                .isEqualTo(new Run(0, "firm\r\nid:kestrel\r\nid:lumen\r\nid:orrin\r\n", ""));
    }

    @Test
    void takesParametersAsOptions() {
        assertThat(run("query", "stores", "--agency", "harbour-watch", "--from=2021-10"))
                .isEqualTo(new Run(0, """
                                date     value  unit
                                -------  -----  --------
                                2021-11     12  terabyte
                                2022-05     18  terabyte
                                """, ""));
        assertThat(run("query", "stores", "--width", "12", "--agency", "the Watch", "--from", "2022"))
                .isEqualTo(new Run(0, "date   2022-05\nvalue  18\nunit   terabyte\n", ""));
    }

    @Test
    void explainsOneQuestion() {
        assertThat(run("query", "stores", "--help")).isEqualTo(new Run(0, """
                                How much does an agency store, and when?

                                Figures are as the source gives them.

                                Usage: dossier query stores --agency VALUE [--from VALUE]
                                  --agency  whose store it is; Agency, must be given
                                  --from    date, otherwise 2021
                                """, ""));
        assertThat(run("query", "--help").out()).startsWith("Usage: dossier query ");
    }

    @Test
    void readsAQueryFromAFileOrFromStandardInput() {
        assertThat(run("query", town.resolve("query-of-mine.rq").toString())).isEqualTo(new Run(0, "yes\n", ""));
        assertThat(Run.of(town, "SELECT (COUNT(?f) AS ?firms) { ?f a dossier:Firm }", List.of("query", "-")))
                .isEqualTo(new Run(0, "firms\n-----\n    3\n", ""));
    }

    @Test
    void writesTriplesAsTurtle() {
        assertThat(Run.of(
                        town,
                        "CONSTRUCT { ?f rdfs:label ?l } { ?f a dossier:Firm ; rdfs:label ?l } LIMIT 0",
                        List.of("query", "-")))
                .isEqualTo(new Run(0, "", ""));
        assertThat(Run.of(town, "DESCRIBE id:orrin", List.of("query", "-")).out())
                .contains("id:orrin a dossier:Firm ;");
    }

    @Test
    void saysWhereAQueryIsWrong() {
        assertThat(Run.of(town, "SELECT ?f {\n  ?f dossier:makes }", List.of("query", "-")))
                .isEqualTo(new Run(1, "", """
                                query:2:20: error[query-syntax]: did not expect '}' here; expected an IRI in <…>, a name \
                                with a prefix, a blank node, a variable, a number, a text in quotes …
                                 2 |   ?f dossier:makes }
                                   |                    ^
                                """));
    }

    @Test
    void doubtsNamesThatTheDossierDoesNotHaveAndStillAnswers() {
        assertThat(Run.of(town, "SELECT ?f { ?f dossier:make ?t }", List.of("query", "-")))
                .isEqualTo(new Run(0, "f\n-\n", """
                                query:1:16: warning[query-name]: the dossier has no 'dossier:make'; did you mean \
                                'dossier:makes'?
                                 1 | SELECT ?f { ?f dossier:make ?t }
                                   |                ^
                                no rows
                                """));
    }

    static List<List<String>> wrongCommandLines() {
        return List.of(
                List.of("there is no question 'firm'; did you mean 'firms'?", "query", "firm"),
                List.of("there is no file 'nowhere.rq'", "query", "nowhere.rq"),
                List.of("there is no format 'jsn'; did you mean 'json'?", "query", "firms", "--format", "jsn"),
                List.of("--timeout is a number of seconds, at least 1", "query", "firms", "--timeout", "0"),
                List.of("--agency needs a value", "query", "stores", "--agency"),
                List.of("did not expect 'more'; values are given as --NAME VALUE", "query", "firms", "more"),
                List.of("--agency belongs to a question; name one first", "query", "--agency=ice"),
                List.of(
                        "--agency ice belongs behind the name of a question: dossier query NAME --agency ice",
                        "query",
                        "--agency",
                        "ice"),
                List.of(
                        "--agency: error[parameter-missing]: the question needs a value for 'agency' (Agency); "
                                + "add --agency VALUE",
                        "query",
                        "stores"),
                List.of(
                        "--agency: error[parameter-value]: no Agency 'harbor-watch' is in the dossier; "
                                + "did you mean 'harbour-watch'?",
                        "query",
                        "stores",
                        "--agency",
                        "harbor-watch"),
                List.of(
                        "--firm: error[parameter-unknown]: the question 'firms' has no parameter 'firm'; it has none",
                        "query",
                        "firms",
                        "--firm",
                        "orrin"));
    }

    @ParameterizedTest
    @MethodSource("wrongCommandLines")
    void saysWhatIsWrongWithACommandLine(List<String> reasonAndWords) {
        Run run = Run.of(town, "", reasonAndWords.subList(1, reasonAndWords.size()));

        assertThat(run.err().lines().findFirst()).hasValue(reasonAndWords.get(0));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void refusesTurtleForRowsBeforeItAsks() {
        assertThat(run("query", "firms", "--format", "ttl"))
                .isEqualTo(new Run(
                        1,
                        "",
                        "query: error[query-format]: a SELECT answers with rows, and Turtle holds triples; "
                                + "use another --format, or a CONSTRUCT\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "tsv", "json", "md", "table"})
    void writesNothingButTheAnswerToItsOutput(String format) {
        Run run = run("query", "firms", "--format", format);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isNotEmpty();
    }

    private static Run run(String... words) {
        return Run.of(town, words);
    }
}
