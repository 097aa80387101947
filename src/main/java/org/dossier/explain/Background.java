package org.dossier.explain;

import java.util.Optional;
import org.dossier.problem.Place;

/** What is known of a dossier beside its graph: its files, its texts and its history. */
public interface Background {

    /** Where a thing was typed. */
    Optional<Place> place(String iri);

    /** The sentence that a passage stands in, with one on either side, where the text of its source is here. */
    Optional<String> context(String evidence);

    /** The line of a rule that gives a standing: {@code file:line}. */
    Optional<String> rule(String standing);

    /** Short name and day of the commit that brought a line in. */
    Optional<String> commit(Place place);
}
