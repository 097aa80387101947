package org.dossier.claim;

import java.util.List;
import org.dossier.problem.Place;

/**
 * A record other than a claim: a measurement, statement, contract, event … with the evidence it rests on.
 *
 * @param type local name of its class
 * @param place where its id is defined
 */
public record DossierRecord(
        EntityId id,
        String type,
        List<Detail> details,
        List<Evidence> evidence,
        List<Evidence> counterEvidence,
        Place place) {

    public DossierRecord {
        details = List.copyOf(details);
        evidence = List.copyOf(evidence);
        counterEvidence = List.copyOf(counterEvidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a record needs evidence: " + id + " at " + place);
        }
    }
}
