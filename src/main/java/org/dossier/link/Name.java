package org.dossier.link;

/**
 * A name that somebody or something bears.
 *
 * @param text as the source writes it
 * @param role what it is to its bearer
 */
public record Name(String text, Role role) {

    /** What a name is to its bearer. */
    public enum Role {
        /** The one that its source puts first. */
        PREFERRED,
        /** Another full name. */
        ALIAS,
        /** An acronym or ticker, which many may share. */
        SHORT,
        /** A name that it no longer bears. */
        FORMER
    }

    public Name {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a name without letters");
        }
    }

    public static Name preferred(String text) {
        return new Name(text, Role.PREFERRED);
    }
}
