package org.dossier.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dossier.claim.FactsFile;
import org.dossier.problem.Problems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dossiers that are in this repository have no mistake in them. */
class ShippedFactsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "src/test/resources/dossiers/invented"})
    void readsWithoutAProblem(String dossier) {
        Problems problems = new Problems();

        List<FactsFile> files = FactsReader.read(Path.of(dossier), RealVocabulary.VOCABULARY, problems);

        assertThat(problems.list()).isEmpty();
        assertThat(files).isNotEmpty();
        assertThat(files).allSatisfy(file -> assertThat(file.sha256()).matches("[0-9a-f]{64}"));
        assertThat(files.stream().mapToInt(file -> file.claims().size()).sum()).isGreaterThan(10);
        assertThat(files.stream().mapToInt(file -> file.records().size()).sum()).isGreaterThan(10);
    }
}
