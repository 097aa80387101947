package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dossier.claim.FactsFile;
import org.dossier.facts.FactsReader;
import org.dossier.problem.Problems;
import org.dossier.triples.Ontology;
import org.junit.jupiter.api.Test;

/** Holds the shipped facts against the text they are taken from, where it is at hand; it is not ours to publish. */
class ShippedQuotesTest {

    private static final Path DOSSIER = Path.of("").toAbsolutePath();
    private static final Path SOURCES = DOSSIER.resolveSibling("shared").resolve("sources");

    @Test
    void findsEveryShippedQuoteAndWarnsOfNone() {
        assumeTrue(Files.isDirectory(SOURCES), "the texts of the sources are not beside this project");
        Problems problems = new Problems();
        List<FactsFile> files =
                FactsReader.read(DOSSIER, Ontology.of(DOSSIER, problems).vocabulary(), problems);

        CheckedQuotes checked =
                QuoteCheck.check(files, new SourceTexts(DOSSIER, List.of(SOURCES)), QuoteLock.empty(), true, problems);

        assertThat(problems.list()).isEmpty();
        assertThat(checked.counts().get(QuoteGrade.NOT_FOUND)).isZero();
        assertThat(checked.counts().get(QuoteGrade.UNCHECKED)).isZero();
        assertThat(checked.counts().get(QuoteGrade.EXACT)).isGreaterThan(100);
    }
}
