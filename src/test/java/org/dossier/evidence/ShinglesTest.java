package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShinglesTest {

    @Test
    void sharesAllRunsOfAPartWithTheWholeAndNoneOfOtherWords() {
        Shingles part = Shingles.of(words(0, 12));
        Shingles whole = Shingles.of(words(0, 60));

        assertThat(part.shared(whole)).isOne();
        assertThat(whole.shared(part)).isOne();
        assertThat(part.shared(Shingles.of(words(100, 140)))).isZero();
        assertThat(part.shared(Shingles.of(words(0, 4)))).isZero();
    }

    @Test
    void countsNoDashesAsWords() {
        assertThat(Shingles.of("one - two three - four five").shared(Shingles.of("one two three four five")))
                .isOne();
    }

    @Test
    void samplesAboutAQuarterOfTheRuns() {
        assertThat(Shingles.of(words(0, 4004)).sample().count()).isBetween(900L, 1100L);
    }

    private static String words(int from, int to) {
        return IntStream.range(from, to).mapToObj(word -> "word" + word).collect(Collectors.joining(" "));
    }
}
