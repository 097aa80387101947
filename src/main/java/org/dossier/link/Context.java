package org.dossier.link;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What else a source says of an organisation.
 *
 * @param country ISO 3166 code of two letters
 * @param place city or address, as written
 * @param parents ids, identifiers or names of whom it belongs to
 * @param sellsFor ids, identifiers or names of those whose goods it sells
 * @param began year of its founding
 * @param ended year of its end
 */
public record Context(
        @Nullable String country,
        @Nullable String place,
        Set<String> parents,
        Set<String> sellsFor,
        @Nullable Integer began,
        @Nullable Integer ended) {

    /** Nothing else is known. */
    public static final Context UNKNOWN = new Context(null, null, Set.of(), Set.of(), null, null);

    public Context {
        country = country == null ? null : country.toLowerCase(Locale.ROOT);
        parents = Set.copyOf(parents);
        sellsFor = Set.copyOf(sellsFor);
    }
}
