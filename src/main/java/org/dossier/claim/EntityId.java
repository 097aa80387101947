package org.dossier.claim;

import java.util.regex.Pattern;

/**
 * The stable name of an entity, record or source, unique in its dossier.
 *
 * @param name one segment of an IRI; people give {@code [a-z0-9]} words with single hyphens, imports also use capitals
 *     and underscores
 */
public record EntityId(String name) implements Comparable<EntityId> {

    private static final Pattern GIVEN = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ANY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    public EntityId {
        if (!ANY.matcher(name).matches()) {
            throw new IllegalArgumentException("not an id: " + name);
        }
    }

    /** Whether this may be an id, given by people or made by an import. */
    public static boolean isId(String name) {
        return ANY.matcher(name).matches();
    }

    /** Whether people may give this id: words of small letters and digits, joined by single hyphens. */
    public static boolean canBeGiven(String name) {
        return GIVEN.matcher(name).matches();
    }

    @Override
    public int compareTo(EntityId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
