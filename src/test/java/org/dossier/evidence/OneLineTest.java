package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {

    @Test
    void shortensOnlyWhatIsLongerThanALine() {
        assertThat(OneLine.of("a".repeat(120))).isEqualTo("a".repeat(120));
        assertThat(OneLine.of("a".repeat(121))).isEqualTo("a".repeat(120) + "\u2026");
    }
}
