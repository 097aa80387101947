/**
 * What is wrong with an input, and where. {@link org.dossier.problem.Problem} is the class to read first.
 *
 * <p>Everything else in Dossier may use this package; it knows nothing of YAML, RDF or the screen.
 */
@NullMarked
package org.dossier.problem;

import org.jspecify.annotations.NullMarked;
