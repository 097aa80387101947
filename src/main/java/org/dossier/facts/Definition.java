package org.dossier.facts;

import org.dossier.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Where an id is given to an entity, record or source.
 *
 * @param type local name of its class; absent when that was mistyped
 */
record Definition(String id, @Nullable String type, Place place) {}
