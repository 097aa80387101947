/**
 * The terms, kinds and units that the ontology defines, as records without RDF.
 * {@link org.dossier.vocabulary.Vocabulary} is the class to read first; package {@code triples} fills it from the Turtle.
 *
 * <p>It is the only schema of facts files: what is not in the ontology cannot be written.
 */
@NullMarked
package org.dossier.vocabulary;

import org.jspecify.annotations.NullMarked;
