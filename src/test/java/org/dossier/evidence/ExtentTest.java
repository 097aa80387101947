package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExtentTest {

    @Test
    void containsItsFirstOffsetAndNotTheOneBehindIt() {
        Extent extent = new Extent(3, 5);

        assertThat(extent.contains(2)).isFalse();
        assertThat(extent.contains(3)).isTrue();
        assertThat(extent.contains(4)).isTrue();
        assertThat(extent.contains(5)).isFalse();
    }

    @Test
    void liesWithinAnotherPlaceThatSharesOneOfItsEnds() {
        Occurrence other = place(3, 9);

        assertThat(place(3, 8).isWithin(other)).isTrue();
        assertThat(place(4, 9).isWithin(other)).isTrue();
        assertThat(place(3, 9).isWithin(other)).isFalse();
        assertThat(place(2, 8).isWithin(other)).isFalse();
        assertThat(place(4, 10).isWithin(other)).isFalse();
    }

    private static Occurrence place(int start, int end) {
        return new Occurrence(List.of(new Extent(start, end)));
    }
}
