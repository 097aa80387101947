/**
 * What changed between two versions of a dossier: what is newly asserted, withdrawn or changed, how its standing moved, and
 * which answers are no longer the same. {@link org.dossier.explain.change.Comparison} is the class to read first.
 */
@NullMarked
package org.dossier.explain.change;

import org.jspecify.annotations.NullMarked;
