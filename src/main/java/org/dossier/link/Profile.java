package org.dossier.link;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one side knows of an organisation or technology.
 *
 * @param id unique on its side, such as {@code microsoft} or {@code Q2283}
 * @param names the preferred one first
 * @param identifiers values by scheme, such as {@code cik} and {@code 789019}
 * @param context what else is known
 */
public record Profile(String id, List<Name> names, Map<String, Set<String>> identifiers, Context context) {

    public Profile {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("nobody can be compared without a name: " + id);
        }
        identifiers = identifiers.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** One of whom only a name is known. */
    public static Profile named(String id, String name) {
        return new Profile(id, List.of(Name.preferred(name)), Map.of(), Context.UNKNOWN);
    }

    /** The name to show. */
    public String label() {
        return names.get(0).text();
    }
}
