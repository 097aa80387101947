package org.dossier.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped dossier must say about the contested points, and what it must not hold. */
class ShippedDossierTest {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Longer runs of a source's words are no quotes any more. */
    private static final int LONGEST_RUN = 8;

    private static TestDossier dossier;

    @BeforeAll
    static void putItTogether() {
        dossier = TestDossier.shipped();
    }

    @ParameterizedTest
    @CsvSource({
        "microsoft--supports-activity-of--immigration-enforcement, disputed",
        "microsoft-surveillance-policy, stated",
        "ice-azure-2025-07, reported",
        "ice-azure-2026-01, reported",
        "microsoft-ice-contracts, acknowledged",
        "microsoft-dhs-contracts, stated",
        "microsoft-partner-supply, stated",
        "amazon-dhs-cloud-deals, reported",
        "microsoft--supplies-to--ice, acknowledged",
        "amazon--supplies-to--dhs, reported",
        "microsoft-denial, reported"
    })
    void aContestedRecordStandsAsItsEvidenceAllows(String record, String standing) {
        assertThat(dossier.standing(record)).isEqualTo(standing);
    }

    @Test
    void aDisputedClaimAssertsNothing() {
        assertThat(dossier.holds("microsoft", "supportsActivityOf", "immigration-enforcement"))
                .isFalse();
    }

    @Test
    void aClaimThatStandsIsOneHopAway() {
        assertThat(dossier.holds("ice", "uses", "azure")).isTrue();
    }

    @Test
    void whatTheStorageRestsOnIsNotHeld() {
        assertThat(dossier.roots("ice-azure-2026-01")).containsExactly("leaked-files is not held");
    }

    @Test
    void noRunOfTheSourcesWordsIsLongerThanAQuote() throws IOException {
        Path source = Path.of("..", "shared", "sources", "ice-azure.txt");
        assumeTrue(Files.exists(source), "the text of the source is not at hand");
        Set<String> runs = new HashSet<>(runs(Files.readString(source)));
        List<String> copied = new ArrayList<>();

        for (Path file : texts()) {
            runs(withoutTitles(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))).stream()
                    .filter(runs::contains)
                    .forEach(run -> copied.add(file + ": " + run));
        }

        assertThat(copied).isEmpty();
    }

    /** A title names the source, and is as long as it is. */
    private static String withoutTitles(String text) {
        return text.replaceAll("(?i)ICE Reliance On Microsoft Technology Surged Amid Immigration Crackdown", " | ");
    }

    private static List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>();
        for (String folder : List.of("facts", "queries", "docs", "ontology", "src")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().matches(".*\\.(yaml|rq|md|ttl|tsv|txt|java)"))
                        .forEach(texts::add);
            }
        }
        return texts;
    }

    private static List<String> runs(String text) {
        List<String> words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        int length = LONGEST_RUN + 1;
        return IntStream.rangeClosed(0, words.size() - length)
                .mapToObj(start -> String.join(" ", words.subList(start, start + length)))
                .toList();
    }
}
