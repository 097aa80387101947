package org.dossier.build;

import java.util.Optional;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;
import org.dossier.triples.QuoteFindings;

/** What is known of quotes before anybody held them against a text: nothing. */
record Unchecked() implements QuoteFindings {

    @Override
    public String grade(Evidence evidence) {
        return "unchecked";
    }

    @Override
    public Optional<String> sha256(EntityId source) {
        return Optional.empty();
    }
}
