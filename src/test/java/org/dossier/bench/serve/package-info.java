/**
 * Drives the server to its limits and over them, with stock Fuseki beside it where the two can be compared. Start with
 * {@link org.dossier.bench.serve.ServeBench}; {@code bench/serve} runs it.
 */
@NullMarked
package org.dossier.bench.serve;

import org.jspecify.annotations.NullMarked;
