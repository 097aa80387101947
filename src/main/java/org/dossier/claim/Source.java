package org.dossier.claim;

import java.util.List;
import org.dossier.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * A document or data set that evidence is taken from.
 *
 * @param textFile path below {@code sources/} of the text that quotes are checked against; absent when it is not held
 * @param textFilePlace where that path is typed
 * @param place where its id is defined
 */
public record Source(
        EntityId id,
        List<Detail> details,
        @Nullable String textFile,
        @Nullable Place textFilePlace,
        Place place) {

    public Source {
        details = List.copyOf(details);
    }
}
