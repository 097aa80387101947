package org.dossier.facts;

import java.util.List;
import java.util.Optional;
import org.dossier.claim.EntityId;
import org.dossier.claim.Link;
import org.dossier.claim.Value;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Place;
import org.dossier.vocabulary.Form;
import org.dossier.vocabulary.Property;

/** Reads claims, <i>who link whom</i>, and says of each part why it does not fit. */
final class LinkReader {

    private final Reading reading;
    private final ThingReader things;
    private final KindReader kinds;

    LinkReader(Reading reading) {
        this.reading = reading;
        this.things = new ThingReader(reading);
        this.kinds = new KindReader(reading);
    }

    /** A claim that is put forward here. */
    Optional<Link> read(Yaml.Text typed) {
        Optional<LinkText> parts = LinkText.of(typed.value(), reading.vocabulary());
        if (parts.isEmpty()) {
            reading.error(
                    typed.place(),
                    "not-a-claim",
                    "'" + typed.value() + "' is not a claim",
                    "write who, link and whom, such as 'ice uses azure'");
        }
        return parts.flatMap(link -> read(link, typed));
    }

    /** A claim that something refers to; reported when no file puts it forward. */
    Optional<Link> mentioned(Yaml.Text typed) {
        Optional<Link> link = read(typed);
        Optional<String> identity =
                LinkText.of(typed.value(), reading.vocabulary()).flatMap(text -> text.identity(reading.vocabulary()));
        if (link.isPresent()
                && identity.filter(claim -> reading.definitions().isClaimed(claim, typed.value()))
                        .isEmpty()) {
            reading.error(
                    typed.place(),
                    "unknown-claim",
                    "no fact claims '" + typed.value() + "'",
                    DidYouMean.among(spelledOut(), typed.value())
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("write it as a 'claim:' under facts, with its quote"));
            return Optional.empty();
        }
        return link;
    }

    /** All claims as people type them. */
    private List<String> spelledOut() {
        return reading.definitions().claims().stream().map(this::spelledOut).toList();
    }

    private String spelledOut(String identity) {
        String[] parts = identity.split(" ", -1);
        String label =
                reading.vocabulary().propertyFor(parts[1]).map(Property::label).orElse(parts[1]);
        return parts[0] + " " + label + " " + parts[2];
    }

    private Optional<Link> read(LinkText text, Yaml.Text typed) {
        Optional<Property> property =
                reading.vocabulary().propertyFor(text.link().text());
        if (property.isEmpty()) {
            reportUnknown(text, typed);
            return Optional.empty();
        }
        if (!property.get().needsClaim() || property.get().isComputed()) {
            reportNoLink(text, property.get(), typed.at(text.link().offset()));
            return Optional.empty();
        }
        Optional<EntityId> subject = subject(text.subject(), typed, property.get());
        Optional<Value> object = object(text, typed, property.get());
        return subject.flatMap(
                who -> object.map(whom -> new Link(who, property.get().name(), whom)));
    }

    /** Where the link is near a known one, who and whom are looked up too; otherwise this may be any sentence. */
    private void reportUnknown(LinkText text, Yaml.Text typed) {
        String link = text.link().text();
        reading.error(
                typed.at(text.link().offset()),
                "unknown-link",
                "'" + link + "' does not link two things",
                DidYouMean.remedy(links(), link, "links are " + String.join(", ", links())));
        if (DidYouMean.among(links(), link).isPresent()) {
            things.defined(text.subject().text(), typed.at(text.subject().offset()), null);
        }
    }

    private void reportNoLink(LinkText text, Property property, Place place) {
        if (property.isComputed()) {
            reading.error(place, "computed", "'" + property.label() + "' is computed", "delete this claim");
            return;
        }
        reading.error(
                place,
                "not-a-link",
                "'" + text.link().text() + "' needs no claim",
                "write '" + text.link().text() + ": " + text.object().text() + "' where '"
                        + text.subject().text() + "' is defined");
    }

    private List<String> links() {
        return reading.vocabulary().properties().stream()
                .filter(property -> property.needsClaim() && !property.isComputed())
                .map(Property::label)
                .toList();
    }

    private Optional<EntityId> subject(LinkText.Part part, Yaml.Text typed, Property property) {
        Place place = typed.at(part.offset());
        Optional<Definition> definition = things.defined(part.text(), place, null);
        if (definition.isEmpty() || !EntityId.canBeGiven(part.text())) {
            return Optional.empty();
        }
        String type = definition.get().type();
        if (type != null && !reading.vocabulary().has(type, property)) {
            reportSubject(part.text(), type, property, place);
            return Optional.empty();
        }
        return Optional.of(new EntityId(part.text()));
    }

    private void reportSubject(String id, String type, Property property, Place place) {
        List<String> owners = property.domains().stream().map(things::what).toList();
        reading.error(
                place,
                "wrong-class",
                "'" + id + "' is " + things.what(type) + ", but only " + Phrase.either(owners) + " '" + property.label()
                        + "' something",
                "write the id of " + Phrase.either(owners));
    }

    private Optional<Value> object(LinkText text, Yaml.Text typed, Property property) {
        String name = text.object().text();
        Place place = typed.at(text.object().offset());
        if (name.equals(text.subject().text())) {
            reading.error(
                    place,
                    "links-to-itself",
                    "'" + name + "' stands on both sides of '" + property.label() + "'",
                    "write what else it leads to");
            return Optional.empty();
        }
        if (property.form() == Form.CONCEPT) {
            String type = reading.definitions()
                    .of(text.subject().text())
                    .map(Definition::type)
                    .orElse(null);
            return kinds.read(name, place, property, type);
        }
        return things.read(name, place, property.range(), text.link().text()).map(Value.Thing::new);
    }
}
