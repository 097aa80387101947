/**
 * Measures what is promised: programs that print figures, and what they share with tests. Start with
 * {@link org.dossier.bench.QuoteBench}; the scripts in {@code bench/} run them.
 */
@NullMarked
package org.dossier.bench;

import org.jspecify.annotations.NullMarked;
