package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dossier.claim.EntityId;
import org.junit.jupiter.api.Test;

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

    private static boolean isFound(List<String> one) {
        NearDuplicates texts = new NearDuplicates();
        texts.add(new EntityId("one"), Texts.plain(one.get(1)));
        texts.add(new EntityId("other"), Texts.plain(one.get(2)));
        return !texts.pairs().isEmpty();
    }
}
