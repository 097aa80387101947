package org.dossier.cli;

import java.util.Optional;
import org.dossier.explain.Background;
import org.dossier.problem.Place;

/** What is known of a dossier, without the sentences of its sources: they are not ours to publish. */
record WithoutTexts(Background background) implements Background {

    @Override
    public Optional<Place> place(String iri) {
        return background.place(iri);
    }

    @Override
    public Optional<String> context(String evidence) {
        return Optional.empty();
    }

    @Override
    public Optional<String> rule(String standing) {
        return background.rule(standing);
    }

    @Override
    public Optional<String> commit(Place place) {
        return background.commit(place);
    }
}
