package org.dossier.claim;

import java.util.Optional;
import org.dossier.problem.Place;

/**
 * One value of one property, and where it was typed.
 *
 * @param property local name of the property
 * @param place where the value stands
 */
public record Detail(String property, Value value, Place place) {

    /** The thing that it leads to, if it leads to one. */
    public Optional<EntityId> thing() {
        return value instanceof Value.Thing thing ? Optional.of(thing.id()) : Optional.empty();
    }
}
