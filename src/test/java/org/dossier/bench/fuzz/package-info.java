/**
 * Feeds what reads other people's bytes with input that is nearly right: whatever comes of it, it is an answer or a
 * refusal. {@link org.dossier.bench.fuzz.FuzzBench} is the class to read first; {@code bench/fuzz} runs it.
 */
@NullMarked
package org.dossier.bench.fuzz;

import org.jspecify.annotations.NullMarked;
