package org.dossier.link;

import java.util.List;

/**
 * A thing of the dossier with the entries of a target that it may be.
 *
 * @param candidates the likeliest first; none of them was decided about
 */
public record Suggestion(Profile thing, List<Candidate> candidates) {

    public Suggestion {
        candidates = List.copyOf(candidates);
    }
}
