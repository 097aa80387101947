/**
 * The command line: one thin class for each command, and the only place that prints. {@link org.dossier.cli.Main} is the
 * class to read first.
 *
 * <p>Nothing is computed here; the whole package could be deleted without losing a function.
 */
@NullMarked
package org.dossier.cli;

import org.jspecify.annotations.NullMarked;
