package org.dossier.link;

import java.util.Map;

/**
 * How far the linking with one target has come.
 *
 * @param kind name of the class that the target's entries have here
 * @param things of that class in the dossier
 * @param decidedAbout how many different things there are decisions about
 * @param decisions of each kind
 */
public record LinkStatus(String target, String kind, long things, long decidedAbout, Map<Verdict, Long> decisions) {

    public LinkStatus {
        decisions = Map.copyOf(decisions);
    }

    /** Decisions of one kind. */
    public long count(Verdict verdict) {
        return decisions.getOrDefault(verdict, 0L);
    }
}
