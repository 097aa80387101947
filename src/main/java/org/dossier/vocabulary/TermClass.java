package org.dossier.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * A class of the ontology.
 *
 * @param name local name, such as {@code OpenQuestion}
 * @param label what people type and read, such as {@code open question}
 * @param definition one sentence
 * @param parent local name of the dossier class above it
 * @param kindScheme name of the concept scheme that {@code hasKind} of such a thing is taken from; inherited when absent
 */
public record TermClass(
        String name,
        String label,
        String definition,
        @Nullable String parent,
        @Nullable String kindScheme) {}
