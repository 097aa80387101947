package org.dossier.claim;

import java.util.List;
import org.dossier.problem.Place;

/**
 * Somebody or something that claims are about: an actor or a technology. Names and kinds need no evidence.
 *
 * @param type local name of its class
 * @param place where its id is defined
 */
public record Entity(EntityId id, String type, List<Detail> details, Place place) {

    public Entity {
        details = List.copyOf(details);
    }
}
