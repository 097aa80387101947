package org.dossier.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property of the ontology.
 *
 * @param iri its full IRI, since some are terms of other vocabularies
 * @param name key in a facts file when written short: the local name, such as {@code isMeasuredFor}
 * @param label key in a facts file when written out, such as {@code is measured for}
 * @param definition one sentence
 * @param form what its values look like
 * @param domains local names of the classes whose things have it; empty when every thing may have it
 * @param range local name of the class that it leads to, for {@link Form#THING}
 * @param scheme name of the concept scheme that it leads to, for {@link Form#CONCEPT}; absent when the class decides
 * @param needsClaim whether a link by it exists only as a claim with evidence
 * @param isComputed whether rules write it, so that nobody may type it
 */
public record Property(
        String iri,
        String name,
        String label,
        String definition,
        Form form,
        List<String> domains,
        @Nullable String range,
        @Nullable String scheme,
        boolean needsClaim,
        boolean isComputed) {

    public Property {
        domains = List.copyOf(domains);
    }
}
