package org.dossier.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.explain.RowReasons;
import org.dossier.query.Questions;
import org.dossier.query.SavedQuestion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped questions, asked of the shipped dossier, of an invented one, and of an invented one with imported files.
 *
 * <p>{@code answers/DOSSIER/QUESTION.tsv} holds the expected table, {@code QUESTION.CASE.tsv} that of another case;
 * lines such as {@code # agency = ice} at its top give the parameters. {@code -Ddossier.golden=rewrite} rewrites them.
 */
class AnswersTest {

    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final Path ANSWERS = RESOURCES.resolve("answers");
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("dossier.golden"));

    private static Map<String, TestDossier> dossiers;
    private static Questions questions;

    @TempDir
    static Path scratch;

    @BeforeAll
    static void putTheDossiersTogether() {
        Path inventions = RESOURCES.resolve("dossiers");
        dossiers = Map.of(
                "shipped", TestDossier.shipped(),
                "invented", TestDossier.in(inventions.resolve("invented")),
                "money", TestDossier.withShippedMappings(inventions.resolve("money"), scratch));
        questions = dossiers.get("shipped").questions();
    }

    static Stream<Path> expectedTables() {
        return Stream.of("shipped", "invented", "money").flatMap(dossier -> tables(ANSWERS.resolve(dossier)).stream());
    }

    private static List<Path> tables(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @MethodSource("expectedTables")
    void aQuestionAnswersAsItsTableSays(Path table) throws IOException {
        TestDossier dossier = dossiers.get(table.getParent().getFileName().toString());
        List<String> expected = Files.readAllLines(table);
        List<String> header =
                expected.stream().takeWhile(line -> line.startsWith("# ")).toList();

        List<String> answer = new ArrayList<>(header);
        SavedQuestion question = questions.named(question(table)).orElseThrow();
        answer.addAll(dossier.answer(question, parameters(header)));

        if (REWRITE) {
            Files.write(table, answer);
        }
        assertThat(answer).isEqualTo(REWRITE ? answer : expected);
    }

    private static String question(Path table) {
        return table.getFileName().toString().replaceFirst("\\..*", "");
    }

    /** {@code # agency = ice} as agency → ice. */
    private static Map<String, String> parameters(List<String> header) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String line : header) {
            String[] sides = line.substring("# ".length()).split(" = ", 2);
            parameters.put(sides[0], sides[1]);
        }
        return parameters;
    }

    @ParameterizedTest
    @MethodSource("expectedTables")
    void everyRowRestsOnRecordsWithEvidenceOrNamesOnlyWhatIsDescribed(Path table) throws IOException {
        TestDossier dossier = dossiers.get(table.getParent().getFileName().toString());
        List<String> header = Files.readAllLines(table).stream()
                .takeWhile(line -> line.startsWith("# "))
                .toList();

        RowReasons reasons = dossier.reasons(questions.named(question(table)).orElseThrow(), parameters(header));

        assertThat(reasons.rows().size() + reasons.furtherRows()).isEqualTo((int) rows(table));
        assertThat(reasons.rows())
                .allSatisfy(
                        row -> assertThat(row.records().size() + row.described().size())
                                .as(row.cells().toString())
                                .isPositive());
        assertThat(reasons.accounts())
                .allSatisfy(account ->
                        assertThat(account.evidence()).as(account.name()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("dossierNames")
    void everyQuestionHasATableForEachDossier(String dossier) {
        List<String> answered = tables(ANSWERS.resolve(dossier)).stream()
                .map(AnswersTest::question)
                .toList();

        assertThat(new TreeSet<>(answered)).isEqualTo(new TreeSet<>(questions.names()));
    }

    static Stream<String> dossierNames() {
        return Stream.of("shipped", "invented");
    }

    /** What nobody has imported cannot be found; so a question on imported files answers at least from those of money. */
    @Test
    void everyQuestionFindsSomethingWhereThereIsSomethingToFind() {
        Set<String> onImports = tables(ANSWERS.resolve("money")).stream()
                .map(AnswersTest::question)
                .collect(Collectors.toSet());

        assertThat(expectedTables()
                        .filter(table -> table.getFileName().toString().equals(question(table) + ".tsv")))
                .allSatisfy(table -> assertThat(rows(table) > 0
                                || (onImports.contains(question(table))
                                        && !table.getParent().endsWith("money")))
                        .as(table.toString())
                        .isTrue());
    }

    private static long rows(Path table) throws IOException {
        return Files.readAllLines(table).stream()
                        .filter(line -> !line.startsWith("# "))
                        .count()
                - 1;
    }

    @Test
    void noQuestionNamesAThingOfTheShippedDossier() throws IOException {
        for (Path question : tables(Path.of("queries"))) {
            assertThat(Files.readString(question)).doesNotContain("id:", "/id/");
        }
    }
}
