/**
 * What helps people to write a dossier: a new one, what is left to do in it, new sources, a schema for editors, new names.
 * Start with {@link org.dossier.author.NewDossier}.
 *
 * <p>It changes files that people keep only where they asked for it, and knows neither builds nor the command line.
 */
@NullMarked
package org.dossier.author;

import org.jspecify.annotations.NullMarked;
