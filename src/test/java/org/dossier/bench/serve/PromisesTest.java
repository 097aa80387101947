package org.dossier.bench.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A little of what {@code bench/serve} does at length, so that no promise is broken unseen. Times are left to the bench,
 * since a machine that builds may be busy; what fails, or only looks whole, is not.
 */
class PromisesTest {

    private static final Path SUITE = Path.of("../shared/suites/w3c-sparql");
    private static final Duration SHORT = Duration.ofSeconds(1);

    @BeforeAll
    static void startJena() {
        JenaSystem.init();
    }

    private static void needsTheSuite() {
        assumeTrue(Files.isDirectory(SUITE), "skipped: the W3C's tests are not beside this project");
    }

    @Test
    void keepsToTheProtocolAndRefusesUpdates() {
        needsTheSuite();

        List<ProtocolSuite.Outcome> outcomes = new ProtocolSuite(SUITE).run(Endpoint::ours);

        assertThat(outcomes).hasSize(34).allMatch(ProtocolSuite.Outcome::passed);
    }

    /** What stock Fuseki does not pass either is in Jena; {@code bench/serve evaluation} compares the two. */
    @Test
    void evaluatesWhatTheStandardEvaluates() {
        needsTheSuite();

        List<EvaluationSuite.Outcome> outcomes = new EvaluationSuite(SUITE).run(Endpoint::ours);

        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(513);
        assertThat(outcomes.stream().filter(outcome -> !outcome.passed()))
                .extracting(outcome -> outcome.name().replaceFirst(".*#", ""))
                .isSubsetOf(
                        "bnode01",
                        "cast-bool",
                        "csv01",
                        "csv02",
                        "plus-1-corrected",
                        "plus-2-corrected",
                        "values_and_path");
    }

    @Test
    void answersWholeOrNotAtAllWhereverItIsCut() {
        Cuts.Outcome outcome = Cuts.run(40);

        assertThat(outcome.lying() + outcome.broken()).isZero();
        assertThat(outcome.whole()).isPositive();
        assertThat(outcome.refused()).isPositive();
    }

    /** Expensive queries of one client, which take half a minute to end, are held by the tests of lanes and limits. */
    @Test
    void staysThereForOthersHoweverSlowOneClientIs() throws Exception {
        for (Crowds.Outcome outcome : List.of(
                Crowds.slowBodies(SHORT), Crowds.slowHeaders(SHORT), Crowds.slowReaders(SHORT), Crowds.idle(SHORT))) {
            assertThat(outcome.health().count()).isPositive();
            assertThat(outcome.lookups().count()).isPositive();
            assertThat(outcome.health().failures() + outcome.lookups().failures())
                    .isZero();
        }
    }

    @Test
    void failsNoGoodQueryBesideHostileOnes() {
        MixedLoad.Outcome outcome = new MixedLoad().run(Duration.ofSeconds(2), 1);

        assertThat(outcome.good().count()).isPositive();
        assertThat(outcome.hostile()).isPositive();
        assertThat(outcome.good().failures()).isZero();
    }

    @Test
    void refusesEveryDamagedReleaseByNamingTheFile() {
        assertThat(Damages.run(12)).isEqualTo(new Damages.Outcome(12, 12, 12));
    }

    @Test
    void givesBackFilesAndAnswersWhileReleasesChange() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "skipped: descriptors cannot be counted here");

        Switches.Outcome outcome = Switches.run(5, true);

        assertThat(outcome.files().get(1)).isLessThanOrEqualTo(outcome.files().get(0) + 5);
        assertThat(outcome.lookups().failures()).isZero();
    }
}
