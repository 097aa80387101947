package org.dossier.link;

/** What the left of two organisations is to the right one. */
public enum Answer {
    /** One and the same. */
    SAME("same"),
    /** The same, under a name that it no longer bears. */
    RENAMED("renamed"),
    /** The left one owns or contains the right one. */
    PARENT("parent of"),
    /** The left one belongs to the right one. */
    SUBSIDIARY("part of"),
    /** One sells what the other makes. */
    RESELLER("reseller"),
    /** Somebody else, as far as can be seen. */
    OTHER("somebody else");

    private final String label;

    Answer(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether both are one organisation. */
    public boolean isOne() {
        return this == SAME || this == RENAMED;
    }

    /** The answer when the sides are exchanged. */
    public Answer mirrored() {
        return switch (this) {
            case PARENT -> SUBSIDIARY;
            case SUBSIDIARY -> PARENT;
            case SAME, RENAMED, RESELLER, OTHER -> this;
        };
    }
}
