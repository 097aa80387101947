package org.dossier.pages;

import java.util.List;
import org.dossier.query.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one sort.
 *
 * @param anchor within the page
 * @param more where all of them are, when these are only the first
 */
public record Group(
        String title,
        String anchor,
        List<Fact> facts,
        int factsInAll,
        @Nullable String more) {

    public Group {
        facts = List.copyOf(facts);
    }

    /** How many there are, as people read it. */
    public String inAll() {
        return Figures.grouped(factsInAll);
    }
}
