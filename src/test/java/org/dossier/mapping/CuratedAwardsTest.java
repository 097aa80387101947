package org.dossier.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dossier.facts.FactsReader;
import org.dossier.problem.Problems;
import org.dossier.triples.Ontology;
import org.junit.jupiter.api.Test;

/** The awards that people picked: few words each, and every figure as in the public records, where these are at hand. */
class CuratedAwardsTest {

    private static final Path TABLE = Path.of("imports/curated-awards/files/awards.csv");
    private static final Path RECORDS = Path.of("../shared/open-data/usaspending-cbp-ice");
    private static final int MOST_WORDS = 8;

    private static List<NamedCsvRecord> table() throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(TABLE)) {
            return rows.stream().toList();
        }
    }

    @Test
    void thereAreSomeSixtyToAHundredOfTwoAgencies() throws IOException {
        assertThat(table()).hasSizeBetween(60, 100);
        assertThat(table().stream().map(row -> row.getField("Buyer")).distinct())
                .containsExactlyInAnyOrder("CBP", "ICE");
    }

    @Test
    void theTableDoesNotPassForTheRecordThatItWasTypedAfter() throws IOException {
        assertThat(Files.readString(Path.of("imports/curated-awards/source.yaml")))
                .contains("\nkind: curated-dataset\n", "\npublisher: The curators of this dossier\n");
    }

    @Test
    void theWordsAreANameAndNoSentence() throws IOException {
        assertThat(table())
                .allSatisfy(row -> assertThat(row.getField("Words").split(" ", -1))
                        .as(row.getField("Words"))
                        .hasSizeLessThanOrEqualTo(MOST_WORDS));
    }

    @Test
    void eachTechnologyIsDescribedInTheFacts() throws IOException {
        Set<String> described =
                FactsReader.read(
                                Path.of(""),
                                Ontology.of(Path.of(""), new Problems()).vocabulary(),
                                new Problems())
                        .stream()
                        .flatMap(file -> file.entities().stream())
                        .filter(entity -> entity.type().equals("Technology"))
                        .map(entity -> entity.id().name())
                        .collect(Collectors.toSet());

        assertThat(table().stream().map(row -> row.getField("Technology")).filter(id -> !id.isEmpty()))
                .isNotEmpty()
                .allMatch(described::contains);
    }

    @Test
    void figuresNamesAndWordsAreThoseOfThePublicRecords() throws IOException {
        assumeTrue(Files.isDirectory(RECORDS), "skipped: ../shared/open-data is not here");
        Map<String, Award> awards = awards();

        List<String> differences = new ArrayList<>();
        for (NamedCsvRecord row : table()) {
            Award award = awards.get(row.getField("Award Key"));
            if (award == null) {
                differences.add(row.getField("Award Key") + " is in no record");
            } else {
                award.compare(row, differences);
            }
        }

        assertThat(differences).isEmpty();
    }

    /** What the actions of an award say together; an action that is listed twice counts once. */
    private static final class Award {
        private final Set<String> numbers = new TreeSet<>();
        private final Set<String> agencies = new TreeSet<>();
        private final Set<String> holders = new TreeSet<>();
        private final Set<String> modifications = new TreeSet<>();
        private final TreeSet<String> days = new TreeSet<>();
        private final List<String> descriptions = new ArrayList<>();
        private BigDecimal sum = BigDecimal.ZERO.setScale(2);

        void add(NamedCsvRecord action) {
            numbers.add(action.getField("Award ID"));
            agencies.add(action.getField("Agency"));
            holders.add(action.getField("Recipient Name"));
            modifications.add(action.getField("Modification"));
            days.add(action.getField("Action Date"));
            descriptions.add(action.getField("Transaction Description").replaceAll("\\s+", " "));
            sum = sum.add(new BigDecimal(action.getField("Federal Action Obligation")));
        }

        /** Where the first action is older than the records, neither a total nor a beginning is given. */
        void compare(NamedCsvRecord row, List<String> differences) {
            boolean isWhole = modifications.contains("0");
            String key = row.getField("Award Key");
            require(numbers.contains(row.getField("Award Number")), key + ": number", differences);
            require(agencies.equals(Set.of(row.getField("Buyer"))), key + ": buyer", differences);
            require(holders.contains(row.getField("Holder")), key + ": holder", differences);
            require(
                    row.getField("Total Obligated").equals(isWhole ? sum.toPlainString() : ""),
                    key + ": total",
                    differences);
            require(row.getField("As Of").equals(isWhole ? "2025-09-30" : ""), key + ": as of", differences);
            require(row.getField("First Action").equals(isWhole ? days.first() : ""), key + ": first", differences);
            require(row.getField("Last Action").equals(days.last()), key + ": last", differences);
            require(
                    descriptions.stream().anyMatch(text -> text.contains(row.getField("Words"))),
                    key + ": words",
                    differences);
            require(row.getField("Remark").isEmpty() == isWhole, key + ": remark", differences);
        }

        private static void require(boolean holds, String difference, List<String> differences) {
            if (!holds) {
                differences.add(difference);
            }
        }
    }

    private static Map<String, Award> awards() throws IOException {
        Set<String> wanted =
                table().stream().map(row -> row.getField("Award Key")).collect(Collectors.toSet());
        Map<String, Award> awards = new HashMap<>();
        Set<List<String>> seen = new HashSet<>();
        for (int year = 2021; year <= 2025; year++) {
            Path file = RECORDS.resolve("CBP_ICE_FY" + year + "_Contract_Obligations.csv");
            try (CsvReader<NamedCsvRecord> actions = CsvReader.builder().ofNamedCsvRecord(file)) {
                for (NamedCsvRecord action : actions) {
                    String key = action.getField("Generated Award ID");
                    if (wanted.contains(key) && seen.add(action.getFields())) {
                        awards.computeIfAbsent(key, unseen -> new Award()).add(action);
                    }
                }
            }
        }
        return awards;
    }
}
