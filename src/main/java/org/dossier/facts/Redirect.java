package org.dossier.facts;

import org.dossier.claim.PartialDate;
import org.dossier.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * What became of an id that is no longer used.
 *
 * @param old the id that somebody may still come with
 * @param successor the id that the thing has now; absent when it was withdrawn
 * @param reason why, in the curator's words
 * @param place where the line begins
 */
public record Redirect(String old, @Nullable String successor, String reason, PartialDate date, Place place) {

    public boolean isWithdrawn() {
        return successor == null;
    }

    /** What to tell somebody who comes with the old id. */
    public String sentence() {
        String what = successor == null ? "was withdrawn" : "is now '" + successor + "'";
        return "'" + old + "' " + what + " (" + reason + ", " + date + ")";
    }

    /** How the file has it. */
    public String line() {
        return String.join("\t", old, successor == null ? "" : successor, reason, date.toString());
    }

    /** The same word for an id that the old one is part of. */
    Redirect as(String other, @Nullable String otherSuccessor) {
        return new Redirect(other, otherSuccessor, reason, date, place);
    }
}
