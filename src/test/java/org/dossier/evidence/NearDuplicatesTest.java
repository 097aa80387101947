package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dossier.claim.EntityId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures the rule that finds repeated texts, on labelled pairs that were written first. */
class NearDuplicatesTest {

    private static final int KNOWN_MISSES = 1;

    @Test
    void tellsRepeatedTextsFromThoseThatSayTheSameInOtherWords() {
        List<List<String>> cases = Labelled.cases("near-duplicates.tsv");
        List<String> misses = cases.stream()
                .filter(one -> one.get(0).equals("repeats") && !isFound(one))
                .map(one -> one.get(3))
                .toList();
        List<String> falseAlarms = cases.stream()
                .filter(one -> one.get(0).equals("own") && isFound(one))
                .map(one -> one.get(3))
                .toList();
        Labelled.print("near-duplicates.tsv", cases.size(), misses, falseAlarms);

        assertThat(misses).hasSizeLessThanOrEqualTo(KNOWN_MISSES);
        assertThat(falseAlarms).isEmpty();
    }

    @ParameterizedTest(name = "{0} runs of 100")
    @CsvSource({"50, 50 %", "49,"})
    void callsTextsOneThatShareHalfOfTheirRuns(int shared, @Nullable String share) {
        List<String> pairs = pairs(words("one", 0, 104), words("one", 0, shared + 4) + words("other", 0, 100 - shared));

        assertThat(pairs).isEqualTo(share == null ? List.of() : List.of("text-0 text-1 " + share));
    }

    @ParameterizedTest(name = "{0} texts")
    @CsvSource({"50, 1225", "51, 0"})
    void takesWordsOfMoreThanFiftyTextsForAFooter(int texts, int pairs) {
        assertThat(pairs(Collections.nCopies(texts, words("one", 0, 40)).toArray(new String[0])))
                .hasSize(pairs);
    }

    @Test
    void findsTwoTextsAmongManyThatShareTheirFooter() {
        String footer = words("footer", 0, 40);
        String[] texts = IntStream.range(0, 60)
                .mapToObj(text -> words(text < 58 ? "own" + text + "-" : "both", 0, 100) + footer)
                .toArray(String[]::new);

        assertThat(pairs(texts)).containsExactly("text-58 text-59 100 %");
    }

    @Test
    void namesEachPairOfThreeTextsOnce() {
        String text = words("one", 0, 40);

        assertThat(pairs(text, text, words("other", 0, 40), text))
                .containsExactly("text-0 text-1 100 %", "text-0 text-3 100 %", "text-1 text-3 100 %");
    }

    private static String words(String word, int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> word + number + " ").collect(Collectors.joining());
    }

    private static List<String> pairs(String... texts) {
        NearDuplicates duplicates = new NearDuplicates();
        for (int i = 0; i < texts.length; i++) {
            duplicates.add(new EntityId("text-" + i), Texts.plain(texts[i]));
        }
        return duplicates.pairs().stream()
                .map(pair -> pair.one() + " " + pair.other() + " " + Math.round(100 * pair.shared()) + " %")
                .toList();
    }

    private static boolean isFound(List<String> one) {
        NearDuplicates texts = new NearDuplicates();
        texts.add(new EntityId("one"), Texts.plain(one.get(1)));
        texts.add(new EntityId("other"), Texts.plain(one.get(2)));
        return !texts.pairs().isEmpty();
    }
}
