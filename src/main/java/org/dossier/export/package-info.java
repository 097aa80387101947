/**
 * Writes a release as files for others: Turtle, N-Quads, TriG, JSON-LD, the ontology, and their checksums; the same bytes
 * on every run. {@link org.dossier.export.DossierExport} is the class to read first.
 *
 * <p>It knows nothing of how a release is stored: it is given its graphs.
 */
@NullMarked
package org.dossier.export;

import org.jspecify.annotations.NullMarked;
