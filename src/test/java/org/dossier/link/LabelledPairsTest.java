package org.dossier.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the figures that the scorer reached on the pairs written for this project. */
class LabelledPairsTest {

    private static final List<LabelledPair> TUNING = LabelledPair.ours("tuning");

    @Test
    void noOrganisationStandsInBothHalves() {
        Set<String> shared = families(TUNING);
        shared.retainAll(families(LabelledPair.ours("held-out")));

        assertThat(TUNING).hasSizeGreaterThan(75);
        assertThat(shared).isEmpty();
    }

    private static Set<String> families(List<LabelledPair> pairs) {
        return new HashSet<>(pairs.stream().map(LabelledPair::family).collect(Collectors.toSet()));
    }

    @Test
    void scoresTheTuningHalf() {
        Measured measured = Measured.of(Scorer.standard(), TUNING);

        assertThat(measured.f1(measured.bestThreshold())).isGreaterThan(0.96);
        assertThat(measured.highestWrong()).isLessThan(0.95);
    }

    /** The threshold is the tuning half's. The figure that counts is the first one, in bench/linking/README.md. */
    @Test
    void scoresTheHeldOutHalf() {
        double threshold = Measured.of(Scorer.standard(), TUNING).bestThreshold();
        Measured measured = Measured.of(Scorer.standard(), LabelledPair.ours("held-out"));

        assertThat(measured.f1(threshold)).isGreaterThan(0.93);
        assertThat(measured.highestWrong()).isLessThan(0.95);
    }
}
