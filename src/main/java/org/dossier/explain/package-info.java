/**
 * Answers to <i>why</i>, <i>what changed</i> and <i>what does this mean</i>. {@link org.dossier.explain.ProblemGuide} explains
 * the problems that a curator meets.
 */
@NullMarked
package org.dossier.explain;

import org.jspecify.annotations.NullMarked;
