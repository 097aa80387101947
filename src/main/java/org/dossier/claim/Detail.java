package org.dossier.claim;

import org.dossier.problem.Place;

/**
 * One value of one property, and where it was typed.
 *
 * @param property local name of the property
 * @param place where the value stands
 */
public record Detail(String property, Value value, Place place) {}
