package org.dossier.mapping;

import org.dossier.problem.Place;

/**
 * A file that belongs to a dossier though it does not lie in it.
 *
 * @param importName the import that reads it
 * @param name of the file, with the member behind an exclamation mark
 * @param sha256 of its bytes
 * @param rows it has below the header
 * @param place of its line in {@code files.tsv}
 */
public record RegisteredFile(String importName, String name, String sha256, long rows, Place place) {}
