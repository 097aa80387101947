package org.dossier.link;

/**
 * An entry of a target that may be the one that is looked for.
 *
 * @param entry its position in the target, in order of ids
 */
public record Candidate(int entry, Profile profile, Score score) {}
