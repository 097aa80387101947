package org.dossier.claim;

/**
 * One link between two things, such as <i>ice uses azure</i>: what a claim puts forward.
 *
 * @param property local name of the property
 * @param object a {@link Value.Thing} or a {@link Value.Kind}
 */
public record Link(EntityId subject, String property, Value object) {

    public Link {
        if (!(object instanceof Value.Thing || object instanceof Value.Kind)) {
            throw new IllegalArgumentException("a link leads to a thing or a kind, not to " + object);
        }
    }

    /** Name of what the link leads to: an id, or the local name of a concept. */
    public String objectName() {
        return object instanceof Value.Thing thing ? thing.id().name() : ((Value.Kind) object).name();
    }
}
