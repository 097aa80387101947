package org.dossier.link;

import java.util.Optional;

/**
 * How the entries of a target are called.
 *
 * @param prefix what stands before an id in a file of decisions, such as {@code sec} in {@code sec:789019}
 * @param iri what stands before it in the graph; with the id it makes an address
 */
public record TargetIds(String prefix, String iri) {

    /** The IRI of an entry. */
    public String iriOf(String id) {
        return iri + id;
    }

    /** The id behind an IRI; nothing when it is another target's. */
    public Optional<String> idOf(String entry) {
        return entry.startsWith(iri) && entry.length() > iri.length()
                ? Optional.of(entry.substring(iri.length()))
                : Optional.empty();
    }
}
