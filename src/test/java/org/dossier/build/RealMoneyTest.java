package org.dossier.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dossier.query.Questions;
import org.dossier.query.SavedQuestion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The questions about money over the real files, where they lie beside the project, against figures that were summed in
 * them by SQL. That the dossier with all of them keeps to every shape is part of putting it together.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // so that a million triples go with the instance
class RealMoneyTest {

    private static final Path DATA = Path.of("../shared/open-data");

    private TestDossier dossier;
    private Questions questions;

    @BeforeAll
    void importTheFiles(@TempDir Path scratch) {
        assumeTrue(Files.isDirectory(DATA), "skipped: ../shared/open-data is not here");
        List<Path> actions = IntStream.rangeClosed(2021, 2025)
                .mapToObj(year -> DATA.resolve("usaspending-cbp-ice/CBP_ICE_FY" + year + "_Contract_Obligations.csv"))
                .toList();
        Path inventory = DATA.resolve("ai-inventory");
        dossier = TestDossier.shippedWith(
                Map.of(
                        "usaspending-actions", actions,
                        "ai-use-cases-2025", List.of(inventory.resolve("2025_individually_reported_AI_use_cases.csv")),
                        "ai-use-cases-2024", List.of(inventory.resolve("2024_consolidated_ai_inventory_raw.csv")),
                        "worker-actions", List.of(DATA.resolve("collective-action-tech/actions.json"))),
                scratch);
        questions = dossier.questions();
    }

    /** Rows of an answer: its cells by the names of their columns. */
    private List<Map<String, String>> rows(String question, Map<String, String> parameters) {
        SavedQuestion asked = questions.named(question).orElseThrow();
        List<String> lines = dossier.answer(asked, parameters);
        String[] columns = lines.get(0).split("\t", -1);
        return lines.stream().skip(1).map(line -> row(columns, line)).toList();
    }

    private static Map<String, String> row(String[] columns, String line) {
        String[] cells = line.split("\t", -1);
        return IntStream.range(0, columns.length).boxed().collect(Collectors.toMap(at -> columns[at], at -> cells[at]));
    }

    private static BigDecimal sum(Stream<Map<String, String>> rows, String column) {
        return rows.map(row -> row.get(column))
                .filter(cell -> !cell.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, (one, other) -> one.add(other));
    }

    private static void requireSum(Stream<Map<String, String>> rows, String column, String expected) {
        assertThat(sum(rows, column)).isEqualByComparingTo(expected);
    }

    @Test
    void theYearsOfAnAgencyAddUpToTheCent() {
        List<Map<String, String>> years = rows("contracts-by-year", Map.of("agency", "ice"));

        assertThat(years).extracting(row -> row.get("basis")).containsOnly("actions");
        assertThat(years)
                .extracting(row -> row.get("fiscalYear") + " " + row.get("obligated"))
                .contains("2021 2531913298.35", "2025 3988661487.38");
        requireSum(years.stream(), "obligated", "15984510108.42");
    }

    @Test
    void theDepartmentBuysWhatItsBureausBuy() {
        Map<String, String> department =
                rows("parent-agencies", Map.of("agency", "dhs")).get(0);

        assertThat(new BigDecimal(department.get("obligated"))).isEqualByComparingTo("47404283832.01");
    }

    @Test
    void aDatePartsWhatIsBoundIntoTwo() {
        List<Map<String, String>> periods = rows("spending-before-and-after", Map.of());

        assertThat(periods)
                .extracting(row -> row.get("agency") + " " + row.get("period") + " " + row.get("actions"))
                .containsExactly(
                        "id:cbp before 27290",
                        "id:cbp from then on 2774",
                        "id:ice before 18590",
                        "id:ice from then on 1498");
        requireSum(periods.stream(), "obligated", "47404283832.01");
    }

    @Test
    void whatNamesMicrosoftIsHeldByResellersForTheMostPart() {
        List<Map<String, String>> reached = rows("what-reached-a-firm", Map.of("firm", "microsoft"));

        List<Map<String, String>> byDell = reached.stream()
                .filter(row -> row.get("road").equals("mentioned")
                        && row.get("through").equals("id:microsoft"))
                .filter(row -> row.get("holder").equals("id:firm_name_dell-federal-systems-l-p"))
                .toList();
        requireSum(byDell.stream().filter(row -> row.get("agency").equals("id:ice")), "amount", "92761476.94");
        requireSum(byDell.stream().filter(row -> row.get("agency").equals("id:cbp")), "amount", "129955713.36");
    }

    @Test
    void whatMicrosoftItselfHoldsIsLittle() {
        Stream<Map<String, String>> held =
                rows("what-reached-a-firm", Map.of("firm", "firm_name_microsoft-corporation")).stream()
                        .filter(row -> row.get("road").equals("held"));

        requireSum(held, "amount", "3561059.56");
    }

    @Test
    void eachRoadToMicrosoftHasItsSumAndTheLinkThatWasUsed() {
        List<Map<String, String>> roads = rows("obligated-by-road", Map.of("firm", "microsoft"));

        assertThat(roads)
                .filteredOn(row -> !row.get("obligated").isEmpty())
                .extracting(row -> String.join(
                        " ",
                        row.get("road"),
                        row.get("through"),
                        row.get("link"),
                        row.get("contracts"),
                        row.get("obligated")))
                .containsExactly(
                        "held id:firm_name_microsoft-corporation id:link-89e0b7ad17d6 10 3561059.56",
                        "made id:microsoft--makes--azure  6 30741273.99",
                        "mentioned id:microsoft  112 271760041.14",
                        "mentioned id:microsoft-productivity-software  30 58140740.85",
                        "mentioned id:azure  14 26580001.4");
    }

    @Test
    void oneParagonAloneHoldsTheAwardForAProprietarySolution() {
        List<Map<String, String>> reached =
                rows("what-reached-a-firm", Map.of("firm", "firm_name_paragon-solutions-us-inc"));

        assertThat(reached)
                .extracting(row -> row.get("road") + " " + row.get("agency") + " " + row.get("amount"))
                .containsExactly("held id:ice 2000000.0");
    }

    @Test
    void theInventoryHasItsKnownFigures() {
        List<Map<String, String>> uses = rows("ai-use-cases", Map.of()).stream()
                .filter(row -> row.get("useCase").startsWith("id:use-case_2025_"))
                .toList();

        assertThat(uses).hasSize(3_611);
        assertThat(uses)
                .filteredOn(row -> row.get("isHighImpact").equals("true"))
                .hasSize(445);
        assertThat(rows("ai-use-cases", Map.of("agency", "dhs")))
                .filteredOn(row -> row.get("useCase").startsWith("id:use-case_2025_"))
                .hasSize(238);
    }

    @Test
    void everyQuestionAnswersOverAllOfIt() {
        for (SavedQuestion question : questions.list()) {
            boolean needsNothing = question.parameters().stream().noneMatch(parameter -> parameter.isRequired());
            if (needsNothing) {
                assertThat(dossier.answer(question, Map.of()))
                        .as(question.file())
                        .isNotEmpty();
            }
        }
    }
}
