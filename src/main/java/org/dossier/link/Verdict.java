package org.dossier.link;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody decided about a thing of the dossier and an entry of a target. */
public enum Verdict {
    /** Both are one. */
    SAME("skos:exactMatch", false),
    /** Near enough to stand for each other in some uses, but not one. */
    CLOSE("skos:closeMatch", false),
    /** The entry is wider: a parent, a predecessor with more in it. */
    BROADER("skos:broadMatch", false),
    /** The entry is narrower: a subsidiary, a part. */
    NARROWER("skos:narrowMatch", false),
    /** They are two. */
    NOT_SAME("skos:exactMatch", true),
    /** The target has no entry for the thing. */
    NOTHING("skos:exactMatch", false);

    /** Stands in place of an entry when there is none. */
    static final String NO_TERM = "sssom:NoTermFound";

    private static final String MODIFIER = "Not";

    private final String predicate;
    private final boolean isNegated;

    Verdict(String predicate, boolean isNegated) {
        this.predicate = predicate;
        this.isNegated = isNegated;
    }

    /** The predicate as a file has it, such as {@code skos:exactMatch}. */
    public String predicate() {
        return predicate;
    }

    /** What is said of both, as in <i>they are the same</i>. */
    String inWords() {
        return switch (this) {
            case SAME -> "the same";
            case CLOSE -> "close";
            case BROADER -> "part and whole";
            case NARROWER -> "whole and part";
            case NOT_SAME -> "not the same";
            case NOTHING -> "not to be found";
        };
    }

    /** {@code Not}, or nothing. */
    String modifier() {
        return isNegated ? MODIFIER : "";
    }

    /** Whether a link follows from it. */
    public boolean isLink() {
        return this != NOT_SAME && this != NOTHING;
    }

    static List<String> predicates() {
        return Arrays.stream(values()).map(Verdict::predicate).distinct().toList();
    }

    /** The verdict that a line says; nothing for a negation that means little, such as not close. */
    static Optional<Verdict> of(String predicate, String modifier, @Nullable String object) {
        if (object == null) {
            return modifier.isEmpty() && predicate.equals(NOTHING.predicate) ? Optional.of(NOTHING) : Optional.empty();
        }
        return Arrays.stream(values())
                .filter(verdict -> verdict != NOTHING
                        && verdict.predicate.equals(predicate)
                        && verdict.modifier().equals(modifier))
                .findFirst();
    }
}
