package org.dossier.facts;

import java.util.List;
import java.util.Optional;
import org.dossier.claim.Value;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Place;
import org.dossier.vocabulary.Concept;
import org.dossier.vocabulary.Form;
import org.dossier.vocabulary.Property;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads concepts, each from the taxonomy that the property, or the class of its thing, takes kinds from. */
final class KindReader {

    private final Reading reading;

    KindReader(Reading reading) {
        this.reading = reading;
    }

    /** @param owner local name of the class of the thing that has the property; absent when it is not known */
    Optional<Value> read(String typed, Place place, Property property, @Nullable String owner) {
        Vocabulary vocabulary = reading.vocabulary();
        Optional<String> scheme = Optional.ofNullable(property.scheme())
                .or(() -> Optional.ofNullable(owner).flatMap(vocabulary::kindScheme));
        Optional<Concept> concept = vocabulary.concept(typed);
        if (concept.isEmpty()) {
            reportUnknown(typed, place, scheme);
            return Optional.empty();
        }
        if (scheme.isPresent() && !concept.get().scheme().equals(scheme.get())) {
            reportWrongScheme(concept.get(), place, scheme.get(), owner);
            return Optional.empty();
        }
        return Optional.of(new Value.Kind(typed));
    }

    private void reportUnknown(String typed, Place place, Optional<String> scheme) {
        List<String> known = scheme
                .map(reading.vocabulary()::conceptsOf)
                .orElseGet(() -> List.copyOf(reading.vocabulary().concepts()))
                .stream()
                .map(Concept::name)
                .toList();
        reading.error(
                place,
                "unknown-kind",
                "no " + scheme.map(KindReader::words).orElse("kind") + " '" + typed + "'",
                DidYouMean.remedy(known, typed, known.isEmpty() ? "" : "there are " + String.join(", ", known)));
    }

    private void reportWrongScheme(Concept concept, Place place, String scheme, @Nullable String owner) {
        String remedy = reading.vocabulary().properties().stream()
                .filter(property ->
                        property.form() == Form.CONCEPT && concept.scheme().equals(property.scheme()))
                .filter(property -> !property.isComputed() && !property.needsClaim())
                .filter(property -> owner == null || reading.vocabulary().has(owner, property))
                .findFirst()
                .map(property -> "did you mean '" + property.label() + ": " + concept.name() + "'?")
                .orElse("write " + Phrase.a(words(scheme)));
        reading.error(
                place,
                "wrong-scheme",
                "'" + concept.name() + "' is " + Phrase.a(words(concept.scheme())) + ", not " + Phrase.a(words(scheme)),
                remedy);
    }

    /** {@code technology-kind} as {@code technology kind}. */
    private static String words(String scheme) {
        return scheme.replace('-', ' ');
    }
}
