package org.dossier.bench.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A little of what {@code bench/serve fuzz} does at length. */
class FuzzTest {

    @Test
    void theGateLetsInOrRefuses() {
        assertThat(Fuzz.atTheGate(3_000, 1)).isEmpty();
    }
}
