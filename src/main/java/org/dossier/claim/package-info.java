/**
 * What a dossier says: entities, sources, claims, records and their evidence, as immutable records without RDF.
 * Start with {@link org.dossier.claim.FactsFile}, the content of one file.
 *
 * <p>A claim or record that rests on nothing cannot be built here; whether its words fit the ontology is judged by
 * whoever reads them.
 */
@NullMarked
package org.dossier.claim;

import org.jspecify.annotations.NullMarked;
