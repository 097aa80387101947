package org.dossier.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dossier.explain.factcheck.FactCheck;
import org.dossier.explain.factcheck.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures {@link FactCheck} on the labelled sentences: what it gets wrong is printed, and must not become more. */
class FactCheckTest {

    private static final Path LABELLED = Path.of("src", "test", "resources", "factcheck", "labelled.tsv");
    private static final Map<String, Verdict> VERDICTS = Map.of(
            "agrees", Verdict.AGREES,
            "differs", Verdict.DIFFERS,
            "nothing", Verdict.NOTHING_ON_FILE,
            "cannot", Verdict.CANNOT_JUDGE);

    private static Map<String, FactCheck> checks;

    private record Labelled(String set, String dossier, Verdict expected, String sentence) {
        Verdict found() {
            return checks.get(dossier).check(sentence).get(0).verdict();
        }
    }

    @BeforeAll
    static void putBothDossiersTogether() {
        checks = Map.of(
                "shipped", TestDossier.shipped().factCheck(),
                "invented",
                        TestDossier.in(Path.of("src", "test", "resources", "dossiers", "invented"))
                                .factCheck());
    }

    private static List<Labelled> labelled(String set) throws IOException {
        return Files.readAllLines(LABELLED).stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[0].equals(set))
                .map(cells -> new Labelled(cells[0], cells[1], VERDICTS.get(cells[2]), cells[3]))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"tuning, 0, 0, 0", "held-out, 0, 0, 0", "hard, 2, 1, 4", "numbers, 0, 0, 0"})
    void misjudgesNoMoreThanItDid(String set, int misses, int falseAlarms, int others) throws IOException {
        List<Labelled> missed = new ArrayList<>();
        List<Labelled> alarmed = new ArrayList<>();
        List<Labelled> otherwise = new ArrayList<>();
        List<Labelled> all = labelled(set);
        for (Labelled one : all) {
            boolean isToldUnbacked = one.found().isUnbacked();
            if (one.expected().isUnbacked() && !isToldUnbacked) {
                missed.add(one);
            } else if (!one.expected().isUnbacked() && isToldUnbacked) {
                alarmed.add(one);
            } else if (one.found() != one.expected()) {
                otherwise.add(one);
            }
        }
        System.out.printf(
                "factcheck, %s: %d sentences, %d misses, %d false alarms, %d judged otherwise%n",
                set, all.size(), missed.size(), alarmed.size(), otherwise.size());
        List.of(missed, alarmed, otherwise)
                .forEach(wrong -> wrong.forEach(one ->
                        System.out.printf("  %s instead of %s: %s%n", one.found(), one.expected(), one.sentence())));

        assertThat(all).hasSizeGreaterThanOrEqualTo(24);
        assertThat(missed).hasSizeLessThanOrEqualTo(misses);
        assertThat(alarmed).hasSizeLessThanOrEqualTo(falseAlarms);
        assertThat(otherwise).hasSizeLessThanOrEqualTo(others);
    }

    @Test
    void hasAtLeastSixtyLabelledSentences() throws IOException {
        assertThat(labelled("tuning").size() + labelled("held-out").size()).isGreaterThanOrEqualTo(60);
    }
}
