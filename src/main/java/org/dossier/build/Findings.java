package org.dossier.build;

import java.util.Optional;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;
import org.dossier.evidence.CheckedQuotes;
import org.dossier.triples.QuoteFindings;

/** The check of quotes, as the triples want to know it. */
record Findings(CheckedQuotes quotes) implements QuoteFindings {

    @Override
    public String grade(Evidence evidence) {
        return quotes.of(evidence).grade().concept();
    }

    @Override
    public Optional<String> sha256(EntityId source) {
        return quotes.sha256(source);
    }
}
