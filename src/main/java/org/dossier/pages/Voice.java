package org.dossier.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement for or against a record.
 *
 * @param verb such as <i>denies this</i>
 * @param speaker absent where the source speaks in its own voice
 * @param clarifiedBy statements that narrow it
 * @param isRetracted whether its speaker took it back
 */
public record Voice(
        String verb,
        Named statement,
        @Nullable Named speaker,
        @Nullable String date,
        List<Named> clarifiedBy,
        boolean isRetracted) {

    public Voice {
        clarifiedBy = List.copyOf(clarifiedBy);
    }
}
