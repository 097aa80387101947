package org.dossier.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a record rests on, and everything that speaks against it.
 *
 * @param id its IRI
 * @param name what to call it; for a claim its sentence
 * @param type its class, as people read it
 * @param standing how it stands, in one word
 * @param meaning what that standing says in general
 * @param rule the line of the rule that gives this standing: {@code file:line}
 * @param independentRoots among the evidence whose word is no party's
 * @param roots where its evidence ends
 * @param affirmedBy statements that put it forward
 * @param deniedBy statements that reject it
 * @param derivedFrom names of the records that it was derived from, for what a rule wrote
 * @param place where it was typed: {@code file:line:column}
 * @param commit which commit brought that line in, and when; absent outside of git
 */
public record Account(
        String id,
        String name,
        String type,
        String standing,
        String meaning,
        @Nullable String rule,
        long independentRoots,
        List<Root> roots,
        List<Words> evidence,
        List<Words> counterEvidence,
        List<Voice> affirmedBy,
        List<Voice> deniedBy,
        List<String> derivedFrom,
        @Nullable String place,
        @Nullable String commit) {

    /**
     * A source at which evidence ends.
     *
     * @param isHeld whether the origin itself is at hand
     */
    public record Root(String name, boolean isHeld) {}

    /**
     * A passage.
     *
     * @param grade how its words compare with the source's text
     * @param relyOn names of the earlier sources that the passage itself names
     * @param assertedBy whose word it is, where that is not the source's publisher
     * @param place where the quote was typed
     * @param context its sentence with one on either side; absent where the text is not here
     */
    public record Words(
            String quote,
            String grade,
            String source,
            @Nullable String locator,
            @Nullable String hedge,
            List<String> relyOn,
            List<String> assertedBy,
            @Nullable String place,
            @Nullable String context) {}

    /**
     * A statement for or against.
     *
     * @param clarifiedBy names of statements that clarify it
     * @param isRetracted whether its speaker took it back
     */
    public record Voice(
            String statement, String speaker, @Nullable String date, List<String> clarifiedBy, boolean isRetracted) {}
}
