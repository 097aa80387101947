package org.dossier.evidence;

/**
 * A heading of a source and what stands under it.
 *
 * @param name its words, on one line
 * @param rank 1 for the highest
 * @param extent from the heading itself to the next one of its rank or above
 */
public record Heading(String name, int rank, Extent extent) {}
