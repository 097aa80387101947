package org.dossier.facts;

import org.dossier.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * The thing that a block of keys is about.
 *
 * @param id as it is typed; absent for claims and passages
 * @param type local name of its class; absent when that was mistyped
 * @param place where its id is typed
 */
record Owner(@Nullable String id, @Nullable String type, Place place) {}
