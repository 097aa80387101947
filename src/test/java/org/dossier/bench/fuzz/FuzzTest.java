package org.dossier.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.jena.sys.JenaSystem;
import org.dossier.bench.fuzz.Fuzz.Find;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was found once stays found, and a little of what {@code bench/fuzz} does at length. */
class FuzzTest {

    private static final int INPUTS = 300;

    @TempDir
    Path folder;

    @BeforeAll
    static void startJena() {
        JenaSystem.init();
    }

    @ParameterizedTest
    @EnumSource
    void answersOrRefusesWhateverItIsGiven(Targets target) {
        assertThat(target.corpus()).isNotEmpty();
        assertThat(Fuzz.run(target, folder, INPUTS, 1).finds())
                .extracting(Find::reason)
                .isEmpty();
    }
}
