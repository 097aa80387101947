package org.dossier.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of {@code mistakes/} holds something wrong, and in {@code problems.txt} all that is said of it. */
class MistakesTest {

    @TempDir
    Path folder;

    static List<Path> cases() {
        return CaseFolders.in("mistakes");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysOfEachMistakeWhereItIsAndWhatToDoAndNothingElse(Path mistake) throws IOException {
        Path dossier = CaseFolders.dossier(mistake, folder);
        Problems problems = new Problems();

        DossierSettings.read(dossier, problems);
        FactsReader.read(dossier, RealVocabulary.VOCABULARY, problems);
        Redirects.read(dossier, problems);

        String lines = String.join(
                "\n", problems.list().stream().map(Problem::toString).toList());
        assertThat(lines).isEqualTo(CaseFolders.expected(mistake.resolve("problems.txt"), lines));
        assertThat(problems.hasErrors()).isTrue();
    }

    @Test
    void knowsAtLeastSixtyMistakes() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(60);
    }
}
