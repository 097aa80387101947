/**
 * Checks over the whole graph, answered as problems that point at the line a curator can change.
 * {@link org.dossier.validate.ShapeCheck} is the class to read first.
 */
@NullMarked
package org.dossier.validate;

import org.jspecify.annotations.NullMarked;
