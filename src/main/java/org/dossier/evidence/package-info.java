/**
 * Whether the words that evidence quotes stand in their source: reads the texts of sources, finds each quote, grades it,
 * and keeps what was found in {@code facts/quotes.lock}. Start with {@link org.dossier.evidence.QuoteCheck}.
 *
 * <p>One {@link org.dossier.evidence.Normaliser} serves both sides of every comparison. What a quote proves is not
 * judged here, and nothing here knows RDF.
 */
@NullMarked
package org.dossier.evidence;

import org.jspecify.annotations.NullMarked;
