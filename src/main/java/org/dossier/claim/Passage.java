package org.dossier.claim;

import java.util.List;
import org.dossier.problem.Place;

/**
 * Further passages for a record that is defined elsewhere.
 *
 * @param place where the record's id is typed
 */
public record Passage(EntityId record, List<Evidence> evidence, List<Evidence> counterEvidence, Place place) {

    public Passage {
        evidence = List.copyOf(evidence);
        counterEvidence = List.copyOf(counterEvidence);
    }
}
