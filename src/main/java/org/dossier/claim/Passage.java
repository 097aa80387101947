package org.dossier.claim;

import java.util.List;
import org.dossier.problem.Place;

/**
 * Further passages for a record or claim that stands elsewhere.
 *
 * @param record a {@link Value.Thing} or a {@link Value.Claimed}
 * @param place where the record's id, or the claim, is typed
 */
public record Passage(Value record, List<Evidence> evidence, List<Evidence> counterEvidence, Place place) {

    public Passage {
        if (!(record instanceof Value.Thing || record instanceof Value.Claimed)) {
            throw new IllegalArgumentException("passages are for a record or a claim, not for " + record);
        }
        evidence = List.copyOf(evidence);
        counterEvidence = List.copyOf(counterEvidence);
    }
}
