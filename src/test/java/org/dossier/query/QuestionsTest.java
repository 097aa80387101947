package org.dossier.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionsTest {

    private static final String GOOD = """
            # What did an agency store, and when?
            # group: Storage
            # param agency: Agency = harbour-office -- the agency asked about
            # param quantity: kind quantity = any
            # param from-date: date
            # chart: line date value
            #
            # Figures are shown as the source gives them,
            # with their precision in words.
            #
            # Group of people: a group in prose is no key. Note: figures of two sources are two rows.
            SELECT ?date ?value WHERE {
              ?storage dossier:isMeasuredFor ?agency ; dossier:measures ?quantity ; dossier:value ?value ; dossier:date ?date .
              FILTER(STR(?date) >= STR(?fromDate))
            }
            """.replace("from-date", "fromDate");

    @Test
    void readsTheHeader() {
        Problems problems = new Problems();

        SavedQuestion question = Questions.question(
                        "queries/storage.rq", GOOD, Invented.VOCABULARY, Invented.gate(), problems)
                .orElseThrow();

        assertThat(problems.list()).isEmpty();
        assertThat(question.name()).isEqualTo("storage");
        assertThat(question.title()).isEqualTo("What did an agency store, and when?");
        assertThat(question.group()).isEqualTo("Storage");
        assertThat(question.description())
                .containsExactly(
                        "Figures are shown as the source gives them, with their precision in words.",
                        "Group of people: a group in prose is no key. Note: figures of two sources are two rows.");
        assertThat(question.chart()).isEqualTo(new Chart("line", List.of("date"), List.of("value")));
        assertThat(question.parameters().stream().map(QuestionsTest::inWords))
                .containsExactly(
                        "--agency Agency harbour-office | the agency asked about at queries/storage.rq:3:9",
                        "--quantity kind quantity any |  at queries/storage.rq:4:9",
                        "--from-date date null |  at queries/storage.rq:5:9");
    }

    private static String inWords(Parameter parameter) {
        return "--" + parameter.optionName() + " " + parameter.type().words() + " " + parameter.byDefault() + " | "
                + parameter.description() + " at " + parameter.place();
    }

    @Test
    void takesAClassByItsLabelAndEveryOtherType() {
        String types =
                List.of("open question", "thing", "property", "standing", "kind concern", "number", "text").stream()
                        .map(type -> "# param p" + type.charAt(0) + type.length() + ": " + type + "\n")
                        .collect(Collectors.joining());
        String uses = "?po13 ?pt5 ?pp8 ?ps8 ?pk12 ?pn6 ?pt4";

        assertThat(told("# Which?\n" + types + "SELECT " + uses + " { }")).isEmpty();
    }

    @Test
    void reportsEveryMistakeOfAHeaderWithItsPlace() {
        assertThat(told("""
                        # Which firms?
                        # parm agency: Agency
                        # param agency Agency
                        # param firm: Firn
                        # param kind: kind nonsense
                        # param format: text
                        # param 2nd: text
                        # param unused: date = 2025 -- never seen
                        # param set: number
                        # param set: number
                        # param empty: text =
                        # group:
                        # group: One
                        # group: Two
                        # chart: pie name amount
                        # chart: bar
                        # chart: bar name nothing
                        # unit: amount
                        # unit: amount = terrabyte
                        # unit: sum = terabyte
                        SELECT ?name ?amount ?set WHERE { ?name dossier:suppliesTo ?agency BIND(1 AS ?set) }
                        """)).isEqualTo("""
                        q.rq:2:3: error[question-header]: 'parm' is no key of a header; did you mean 'param'?
                        q.rq:3:3: error[question-header]: the parameter 'agency Agency' is not understood; \
                        write for example: # param agency: Agency = ice -- the agency asked about
                        q.rq:4:15: error[question-header]: no value can be a 'Firn'; did you mean 'Firm'?
                        q.rq:5:15: error[question-header]: no value can be a 'kind nonsense'; a parameter is a class \
                        such as Agency, 'kind SCHEME', thing, property, standing, date, number or text
                        q.rq:6:9: error[question-header]: 'format' cannot be the name of a parameter: --format is an \
                        option; rename it
                        q.rq:7:9: error[question-header]: '2nd' cannot be the name of a parameter; use letters and \
                        digits, a letter first
                        q.rq:8:9: error[question-header]: the query does not use the parameter 'unused'; use it as \
                        ?unused, or delete the line
                        q.rq:9:9: error[question-header]: the query itself sets 'set', so that nobody else can; rename \
                        what BIND, VALUES or AS sets
                        q.rq:10:9: error[question-header]: the parameter 'set' is described twice; keep one line
                        q.rq:11:3: error[question-header]: the parameter 'empty: text =' is not understood; write for \
                        example: # param agency: Agency = ice -- the agency asked about
                        q.rq:12:3: error[question-header]: 'group' names no subject; write for example: # group: Storage
                        q.rq:14:3: error[question-header]: the question has two groups, 'One' and 'Two'; keep one
                        q.rq:15:3: error[question-header]: there is no chart 'pie'; there are bar, line, timeline
                        q.rq:16:3: error[question-header]: 'chart' needs a form and columns; write for example: \
                        # chart: bar firm amount
                        q.rq:17:3: error[question-header]: the chart shows 'nothing', which is no column of the answer; \
                        its columns are name, amount, set
                        q.rq:18:3: error[question-header]: 'unit' needs columns and a unit; write for example: \
                        # unit: obligated = USD
                        q.rq:19:3: error[question-header]: there is no unit 'terrabyte'; did you mean 'terabyte'?
                        q.rq:20:3: error[question-header]: the unit is for 'sum', which is no column of the answer; \
                        its columns are name, amount, set
                        """);
    }

    @Test
    void wantsTheQuestionAsTheFirstLine() {
        assertThat(told("SELECT * { ?s ?p ?o }"))
                .startsWith("q.rq:1:1: error[question-header]: the file does not open");
        assertThat(told("#\n# \nSELECT * { ?s ?p ?o }")).contains("the file does not open with its question");
    }

    @Test
    void reportsTheQueryTogetherWithTheHeader() {
        assertThat(told("# Which?\n# grup: A\nSELECT * { ?s ?p }"))
                .startsWith("q.rq:2:3: error[question-header]: 'grup' is no key of a header; did you mean 'group'?\n"
                        + "q.rq:3:18: error[query-syntax]: did not expect '}' here;");
    }

    @Test
    void readsAFolderAndLeavesOutWhatIsWrong(@TempDir Path dossier) throws IOException {
        Path folder = Files.createDirectory(dossier.resolve("queries"));
        Files.writeString(folder.resolve("storage.rq"), GOOD);
        Files.writeString(folder.resolve("firms.rq"), "# Which firms?\nSELECT ?firm { ?firm a dossier:Firm }");
        Files.writeString(folder.resolve("bad.rq"), "# Which?\nSELECT");
        Files.write(folder.resolve("latin.rq"), "# Qué?\nASK {}".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("README.md"), "no question");
        Problems problems = new Problems();

        Questions questions = Questions.in(dossier, Invented.VOCABULARY, Invented.gate(), problems);

        assertThat(questions.list().stream().map(question -> question.group() + "/" + question.name()))
                .containsExactly("Other/firms", "Storage/storage");
        assertThat(problems.list().stream().map(problem -> problem.place() + " " + problem.code()))
                .containsExactly("queries/bad.rq:2:7 query-syntax", "queries/latin.rq question-header");
    }

    @Test
    void findsNothingWhereThereIsNoFolder(@TempDir Path dossier) {
        assertThat(Questions.in(dossier, Invented.VOCABULARY, Invented.gate(), new Problems())
                        .list())
                .isEmpty();
    }

    private static String told(String text) {
        Problems problems = new Problems();
        Questions.question("q.rq", text, Invented.VOCABULARY, Invented.gate(), problems);
        return problems.list().stream()
                .map(Problem::toString)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
