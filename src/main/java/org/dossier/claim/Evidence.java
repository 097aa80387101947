package org.dossier.claim;

import java.util.List;
import org.dossier.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * A passage of a source that bears a record out, or speaks against it.
 *
 * @param source where the passage stands
 * @param locator the heading, page, paragraph or time stamp it stands under
 * @param locatorPlace where the locator is typed
 * @param quote its words, verbatim
 * @param reliesOn the earlier sources that this very passage names
 * @param assertedBy whose word it is, where that is not the source's publisher
 * @param hedge the source's own word of reserve, such as <i>reportedly</i>
 * @param note the curator's remark on how the passage was read
 * @param place where the quote is typed
 */
public record Evidence(
        EntityId source,
        @Nullable String locator,
        @Nullable Place locatorPlace,
        String quote,
        List<EntityId> reliesOn,
        List<EntityId> assertedBy,
        @Nullable String hedge,
        @Nullable String note,
        Place place) {

    public Evidence {
        if (quote.isBlank()) {
            throw new IllegalArgumentException("evidence without the words of its source at " + place);
        }
        reliesOn = List.copyOf(reliesOn);
        assertedBy = List.copyOf(assertedBy);
    }
}
