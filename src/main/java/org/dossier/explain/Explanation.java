package org.dossier.explain;

import java.util.List;

/**
 * Why something is in the graph.
 *
 * @param id IRI of what was asked about
 * @param accounts for a record its own; for anything else those of the records that speak of it
 */
public record Explanation(String id, String name, String type, List<Account> accounts) {

    public Explanation {
        accounts = List.copyOf(accounts);
    }
}
