package org.dossier.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small table of codes that people keep.
 *
 * @param type {@link Type#TEXT}, or {@link Type#IRI} where the values are ids or kinds
 */
record LookupTable(String name, Type type, Map<String, String> values) {

    LookupTable {
        values = Map.copyOf(values);
    }

    /** What stands beside the key: a text, or the IRI that an id or a kind has. */
    @Nullable String value(String key) {
        return values.get(key);
    }
}
