package org.dossier.facts;

import java.util.List;
import java.util.Optional;
import org.dossier.claim.EntityId;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Place;
import org.jspecify.annotations.Nullable;

/** Reads ids of entities, records and sources where they are mentioned. */
final class ThingReader {

    private final Reading reading;

    ThingReader(Reading reading) {
        this.reading = reading;
    }

    /** The thing with this id; reported when there is none, or when it is of another class than is wanted. */
    Optional<EntityId> read(String typed, Place place, @Nullable String wanted, String key) {
        Optional<Definition> definition = defined(typed, place, wanted);
        if (definition.isEmpty() || !EntityId.canBeGiven(typed)) {
            return Optional.empty();
        }
        String type = definition.get().type();
        if (reading.fits(type, wanted)) {
            return Optional.of(new EntityId(typed));
        }
        reading.error(
                place,
                "wrong-class",
                "'" + typed + "' is " + what(type) + ", but '" + key + "' leads to " + what(wanted),
                "write the id of " + what(wanted));
        return Optional.empty();
    }

    /** The subject of a claim; the class that its link starts from is judged by whoever knows the link. */
    Optional<Definition> defined(String typed, Place place, @Nullable String wanted) {
        Optional<Definition> definition = reading.definitions().of(typed);
        if (definition.isEmpty()) {
            reportUnknown(typed, place, wanted);
        }
        return definition;
    }

    private void reportUnknown(String typed, Place place, @Nullable String wanted) {
        List<String> called = reading.definitions().idsCalled(typed);
        if (!called.isEmpty()) {
            String ids = Phrase.either(called.stream().map(id -> "'" + id + "'").toList());
            reading.error(place, "name-for-id", "'" + typed + "' is a name", "its id is " + ids);
            return;
        }
        reading.error(
                place,
                "unknown-thing",
                "no " + (wanted == null ? "thing" : reading.label(wanted)) + " '" + typed + "' is defined",
                DidYouMean.remedy(reading.definitions().idsOf(wanted, reading.vocabulary()), typed, section(wanted)));
    }

    private String section(@Nullable String wanted) {
        if (wanted == null) {
            return "define it under 'entities', or under 'facts' with its quote";
        }
        if (reading.vocabulary().isA(wanted, "Record")) {
            return "define it under 'facts', with its quote";
        }
        return "define it under '" + (reading.vocabulary().isA(wanted, "Source") ? "sources" : "entities") + "'";
    }

    String what(@Nullable String className) {
        return className == null ? "something else" : Phrase.a(reading.label(className));
    }
}
