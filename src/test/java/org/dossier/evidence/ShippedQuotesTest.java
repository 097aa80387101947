package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dossier.claim.FactsFile;
import org.dossier.facts.FactsReader;
import org.dossier.problem.Problems;
import org.dossier.triples.Ontology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the shipped facts against their lock, and against the text itself where it is at hand; it is not ours to publish. */
class ShippedQuotesTest {

    private static final Path DOSSIER = Path.of("").toAbsolutePath();
    private static final Path SOURCES = DOSSIER.resolveSibling("shared").resolve("sources");

    private final Problems problems = new Problems();
    private final List<FactsFile> files =
            FactsReader.read(DOSSIER, Ontology.of(DOSSIER, problems).vocabulary(), problems);

    @Test
    void findsEveryShippedQuoteInTheTextAndWarnsOfNone() throws IOException {
        assumeTrue(Files.isDirectory(SOURCES), "the texts of the sources are not beside this project");

        CheckedQuotes checked = check(SOURCES, QuoteLock.empty());

        assertThat(problems.list()).isEmpty();
        assertThat(checked.counts())
                .containsEntry(QuoteGrade.NOT_FOUND, 0L)
                .containsEntry(QuoteGrade.UNCHECKED, 0L)
                .hasEntrySatisfying(QuoteGrade.EXACT, count -> assertThat(count).isGreaterThan(100));
        assertThat(checked.lock().text()).isEqualTo(Files.readString(DOSSIER.resolve(QuoteLock.PATH)));
    }

    @Test
    void knowsEveryShippedQuoteFromTheLockAlone(@TempDir Path empty) throws IOException {
        CheckedQuotes checked = check(empty, QuoteLock.read(DOSSIER, problems));

        assertThat(problems.list()).isEmpty();
        assertThat(checked.counts()).containsEntry(QuoteGrade.UNCHECKED, 0L);
        assertThat(checked.lock().text()).isEqualTo(Files.readString(DOSSIER.resolve(QuoteLock.PATH)));
    }

    private CheckedQuotes check(Path sources, QuoteLock lock) {
        return QuoteCheck.check(files, new SourceTexts(DOSSIER, List.of(sources)), lock, true, problems);
    }
}
