package org.dossier.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small edition of {@link QuoteBench}, on an invented text. */
class QuoteMutationsTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void acceptsTypographyRefusesAllElseAndNamesTheCause() throws IOException {
        List<Mutant> mutants = MutationRun.mutants(text(), 60, 7);

        MutationRun.Result result = MutationRun.check(mutants, folder);

        assertThat(mutants).hasSizeGreaterThan(1000);
        assertThat(result.mistakes()).isEmpty();
        assertThat(result.wrongCauses()).isEmpty();
    }

    private static String text() throws IOException {
        try (var file = QuoteMutationsTest.class.getResourceAsStream("/evidence/texts/harbour.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
