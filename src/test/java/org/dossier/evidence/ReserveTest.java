package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Measures the rules that look for hedges and denials around a quote. Two sets were written before the rules and shaped
 * them; the other two were held out, and say how the rules fare with what they have never seen.
 */
class ReserveTest {

    @ParameterizedTest(name = "{0}: at most {1} misses and {2} false alarms")
    @CsvSource({"hedged.tsv, 0, 0", "hedged-held-out.tsv, 1, 0"})
    void findsHedgesOfTheSource(String file, int misses, int falseAlarms) {
        Score score = score(file, "hedged", passage -> Hedges.in(passage).isPresent());

        assertThat(score.misses()).as("hedged passages that go unseen").hasSizeLessThanOrEqualTo(misses);
        assertThat(score.falseAlarms()).as("flat passages that are warned of").hasSizeLessThanOrEqualTo(falseAlarms);
    }

    @ParameterizedTest(name = "{0}: at most {1} misses and {2} false alarms")
    @CsvSource({"denied-nearby.tsv, 1, 0", "denied-nearby-held-out.tsv, 1, 0"})
    void findsDenialsBesideTheQuote(String file, int misses, int falseAlarms) {
        Score score = score(file, "denied", passage -> Denials.in(passage).isPresent());

        assertThat(score.misses()).as("denied passages that go unseen").hasSizeLessThanOrEqualTo(misses);
        assertThat(score.falseAlarms()).as("flat passages that are warned of").hasSizeLessThanOrEqualTo(falseAlarms);
    }

    private record Score(List<String> misses, List<String> falseAlarms) {}

    private static Score score(String file, String label, Predicate<Surroundings> rule) {
        List<List<String>> cases = Labelled.cases(file);
        Score score = new Score(
                passages(cases, one -> one.get(0).equals(label) && !rule.test(surroundings(one))),
                passages(cases, one -> !one.get(0).equals(label) && rule.test(surroundings(one))));
        Labelled.print(file, cases.size(), score.misses(), score.falseAlarms());
        return score;
    }

    private static List<String> passages(List<List<String>> cases, Predicate<List<String>> which) {
        return cases.stream().filter(which).map(one -> one.get(2)).toList();
    }

    private static Surroundings surroundings(List<String> one) {
        String passage = one.get(2);
        int start = passage.indexOf(one.get(1));
        Extent quote = new Extent(start, start + one.get(1).length());
        return Surroundings.of(passage, new Sentences(passage, new Extent(0, passage.length())), quote);
    }
}
