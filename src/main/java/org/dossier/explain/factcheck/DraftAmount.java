package org.dossier.explain.factcheck;

import org.jspecify.annotations.Nullable;

/**
 * An amount in a draft.
 *
 * @param unit name of a concept; absent when no unit that the dossier knows follows the number
 * @param typed its words
 */
record DraftAmount(Reach reach, @Nullable String unit, String typed) {}
