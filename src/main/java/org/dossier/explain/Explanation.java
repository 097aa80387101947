package org.dossier.explain;

import java.util.List;

/**
 * Why something is in the graph.
 *
 * @param id IRI of what was asked about
 * @param accounts for a record its own; for anything else those of the records that speak of it
 * @param links to entries of registers, with who decided them; of an entry those to it
 */
public record Explanation(String id, String name, String type, List<Account> accounts, List<DecidedLink> links) {

    public Explanation {
        accounts = List.copyOf(accounts);
        links = List.copyOf(links);
    }
}
