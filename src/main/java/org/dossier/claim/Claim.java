package org.dossier.claim;

import java.util.List;
import org.dossier.problem.Place;

/**
 * A link with the evidence for and against it. The same link in several places is one claim; each place adds evidence.
 *
 * @param details what is said of the claim itself, such as a note
 * @param place where the link is typed
 */
public record Claim(
        Link link, List<Detail> details, List<Evidence> evidence, List<Evidence> counterEvidence, Place place) {

    public Claim {
        details = List.copyOf(details);
        evidence = List.copyOf(evidence);
        counterEvidence = List.copyOf(counterEvidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a claim needs evidence: " + link + " at " + place);
        }
    }
}
