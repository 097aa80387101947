package org.dossier.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.jena.sys.JenaSystem;
import org.dossier.bench.fuzz.Fuzz.Find;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

    /** Otherwise what is made of them leads nowhere either. */
    @Test
    void beginsWithAddressesWhereSomethingIs() {
        try (Target pages = Targets.PAGES.open(folder)) {
            assertThat(pages.seeds())
                    .isNotEmpty()
                    .allSatisfy(seed -> assertThat(pages.take(seed))
                            .as(new String(seed, UTF_8))
                            .matches("reconciled|(200|303) .*"));
        }
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
