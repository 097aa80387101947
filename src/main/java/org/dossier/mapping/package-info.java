/**
 * Turns the rows of a table into triples by a mapping, a file of SPARQL CONSTRUCTs over the columns, and accounts for
 * every row. {@link org.dossier.mapping.ImportRun} is the class to read first; {@link org.dossier.mapping.Mapping} is a
 * compiled mapping.
 *
 * <p>It knows nothing of facts files, releases or the command line.
 */
@NullMarked
package org.dossier.mapping;

import org.jspecify.annotations.NullMarked;
