package org.dossier.explain;

import org.jspecify.annotations.Nullable;

/**
 * A link to an entry of a register that somebody decided.
 *
 * @param sentence which two are linked and how, as people read it
 * @param subject IRI of the thing of the dossier
 * @param predicate IRI of the link
 * @param object IRI of the entry
 * @param decidedBy who decided
 * @param decidedOn the day
 * @param basis what the decision rests on
 * @param because the reason that was written down; absent when there is none
 * @param place where the line stands: {@code file:line:column}
 * @param commit which commit brought that line in, and when; absent outside of git
 */
public record DecidedLink(
        String sentence,
        String subject,
        String predicate,
        String object,
        String decidedBy,
        String decidedOn,
        String basis,
        @Nullable String because,
        @Nullable String place,
        @Nullable String commit) {}
