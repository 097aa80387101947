/**
 * CSV, TSV and JSON files as rows of cells: encodings, headers, archives, streaming. {@link org.dossier.table.Table} is
 * the class to read first.
 *
 * <p>Syntax only: what a cell means is decided by a mapping. Memory stays flat, whatever the size of the file.
 */
@NullMarked
package org.dossier.table;

import org.jspecify.annotations.NullMarked;
