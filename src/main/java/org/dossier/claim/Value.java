package org.dossier.claim;

import java.math.BigDecimal;
import java.net.URI;

/** What a property leads to. */
public sealed interface Value {

    /** An entity, record or source. */
    record Thing(EntityId id) implements Value {}

    /** A claim, named by the link that it makes. */
    record Claimed(Link link) implements Value {}

    /** A concept of a taxonomy, by its local name. */
    record Kind(String name) implements Value {}

    /** Free text. */
    record Text(String text) implements Value {}

    /** A year, month or day. */
    record Day(PartialDate date) implements Value {}

    /**
     * A number with what it counts and how exactly it is known.
     *
     * @param unit local name of the unit's concept
     * @param precision local name of the precision's concept
     */
    record Amount(BigDecimal number, String unit, String precision) implements Value {}

    /** A sum of United States dollars. */
    record Money(BigDecimal dollars) implements Value {}

    /** A whole number. */
    record Whole(long number) implements Value {}

    /** Yes or no. */
    record Flag(boolean isTrue) implements Value {}

    /** A web address. */
    record Address(URI uri) implements Value {}
}
