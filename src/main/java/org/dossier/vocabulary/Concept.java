package org.dossier.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A concept: an entry of one of the taxonomies.
 *
 * @param name local name, such as {@code terabyte}
 * @param label what people read
 * @param definition one sentence
 * @param scheme name of the taxonomy that it belongs to, such as {@code unit}
 * @param broader name of the concept above it
 * @param notations what people type for it in amounts, such as {@code TB} or {@code ~}
 * @param countedIn names of the units that fit it, for quantities; empty when any unit does
 */
public record Concept(
        String name,
        String label,
        String definition,
        String scheme,
        @Nullable String broader,
        List<String> notations,
        List<String> countedIn) {

    public Concept {
        notations = List.copyOf(notations);
        countedIn = List.copyOf(countedIn);
    }
}
