/**
 * Claims to RDF: the one place that mints IRIs and remembers where each triple came from. Start with
 * {@link org.dossier.triples.ClaimTriples}; {@link org.dossier.triples.Ontology} reads the terms that it uses.
 *
 * <p>It judges nothing: what reaches it has been read without a problem.
 */
@NullMarked
package org.dossier.triples;

import org.jspecify.annotations.NullMarked;
