package org.dossier.release;

import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The triples of a load unit that are in a file already.
 *
 * @param file of N-Triples, one on each line; it stays as it is
 * @param triples how many lines it has
 * @param isKept whether a line belongs to the release; all do when this is absent
 */
public record UnitLines(Path file, long triples, @Nullable Predicate<String> isKept) {}
