package org.dossier.mapping;

import org.dossier.problem.Place;

/**
 * A column that a mapping reads.
 *
 * @param name of the variable that stands for it
 * @param place where the mapping first mentions it
 */
public record MappingColumn(String name, Place place) {}
