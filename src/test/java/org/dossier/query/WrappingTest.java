package org.dossier.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {

    @Test
    void breaksALineBetweenWordsAndCarriesTheRestAStepFurtherIn() {
        assertThat(Wrapping.hanging("  for: words of a source that go on for long", 28))
                .containsExactly("  for: words of a source", "    that go on for long");
    }

    @Test
    void leavesALineThatFitsAndOneThatIsAnAddress() {
        assertThat(Wrapping.hanging("  for: words", 28)).containsExactly("  for: words");
        assertThat(Wrapping.hanging("https://example.org/a/rather/long/address", 28))
                .containsExactly("https://example.org/a/rather/long/address");
    }

    @Test
    void leavesEachLineWholeOnAScreenTooNarrowToRead() {
        assertThat(Wrapping.hanging("        deep in a list of lists", 24))
                .containsExactly("        deep in a list of lists");
    }
}
