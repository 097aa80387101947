/**
 * Holds a draft against the graph: what a sentence says in names, amounts, dates and links is looked up, by rules and not by a
 * language model. {@link org.dossier.explain.factcheck.FactCheck} is the class to read first.
 */
@NullMarked
package org.dossier.explain.factcheck;

import org.jspecify.annotations.NullMarked;
