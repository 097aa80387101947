package org.dossier.triples;

import java.util.Optional;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;

/** What the check of quotes found out, as far as it becomes triples. */
public interface QuoteFindings {

    /** Local name of the grade's concept: {@code exact}, {@code typographic}, {@code not-found} or {@code unchecked}. */
    String grade(Evidence evidence);

    /** SHA-256 of the source's text, where the text or a live entry of the lock gives it. */
    Optional<String> sha256(EntityId source);
}
