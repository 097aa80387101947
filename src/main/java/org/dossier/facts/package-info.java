/**
 * Curated YAML to claims, keeping every value's position. {@link org.dossier.facts.FactsReader} is the class to read
 * first; it reads the ontology's words ({@code vocabulary}) and nothing else to know what may be said.
 *
 * <p>Whether a quote really stands in its source is judged in {@code evidence}; nothing here knows RDF.
 */
@NullMarked
package org.dossier.facts;

import org.jspecify.annotations.NullMarked;
