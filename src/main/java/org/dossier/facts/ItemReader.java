package org.dossier.facts;

import java.util.List;
import java.util.Optional;
import org.dossier.claim.EntityId;
import org.dossier.problem.DidYouMean;

/** Finds out what an item of a section is, and under which id. */
final class ItemReader {

    /**
     * An item that says what it is.
     *
     * @param entries its keys but the head
     */
    record Item(ItemHead head, List<Yaml.Entry> entries) {}

    private final Reading reading;

    ItemReader(Reading reading) {
        this.reading = reading;
    }

    /** The item, or nothing when it cannot be told what it is; that is reported. */
    Optional<Item> read(Yaml item, Section section) {
        if (item instanceof Yaml.Keys keys) {
            return read(keys, section);
        }
        if (item instanceof Yaml.Text text && text.isBlank()) {
            reportEmpty(text);
        } else if (item instanceof Yaml.Text text) {
            reading.problems().add(SyntaxExplainer.notAFact(text.place(), text.value()));
        } else if (item instanceof Yaml.Items) {
            reading.error(
                    item.place(), "not-a-fact", "a list stands where a fact is wanted", "delete one of the dashes");
        }
        return Optional.empty();
    }

    private Optional<Item> read(Yaml.Keys keys, Section section) {
        if (keys.entries().isEmpty()) {
            reportEmpty(keys);
            return Optional.empty();
        }
        Optional<ItemHead> head = ItemHead.of(keys, reading.vocabulary());
        Yaml.Text first = keys.entries().get(0).key();
        if (head.isEmpty()) {
            reportNoHead(first, section);
            return Optional.empty();
        }
        if (!head.get().isFirst()) {
            String remedy = "move '" + head.get().entry().key().value() + ":' up";
            reading.error(first.place(), "class-not-first", "the first key says what this is", remedy);
        }
        List<Yaml.Entry> rest = keys.entries().stream()
                .filter(entry -> !entry.equals(head.get().entry()))
                .toList();
        return belongsHere(head.get(), section) ? Optional.of(new Item(head.get(), rest)) : Optional.empty();
    }

    private void reportEmpty(Yaml item) {
        reading.error(item.place(), "no-value", "nothing stands behind this dash", "delete it");
    }

    private void reportNoHead(Yaml.Text first, Section section) {
        reading.error(
                first.place(),
                "unknown-class",
                "'" + first.value() + "' is not a " + section.what,
                "begin with what it is, such as '" + example(section) + ": an-id'");
    }

    private static String example(Section section) {
        return switch (section) {
            case SOURCES -> "source";
            case ENTITIES -> "agency";
            case FACTS -> "statement";
        };
    }

    /** Whether the class of an item stands in this section; an unknown class may. */
    private boolean belongsHere(ItemHead head, Section section) {
        List<Section> sections = sections(head);
        if (sections.contains(section)) {
            return true;
        }
        Yaml.Text key = head.entry().key();
        if (sections.isEmpty()) {
            reportUnknown(key, section);
            return head.type() == null;
        }
        reading.error(
                key.place(),
                "wrong-section",
                "'" + key.value() + "' does not stand under '" + section.key + "'",
                "write it under '" + sections.get(0).key + "'");
        return false;
    }

    private List<Section> sections(ItemHead head) {
        if (head.isAlso()) {
            return List.of(Section.FACTS);
        }
        return head.type() == null
                ? List.of()
                : Section.of(head.type(), reading.vocabulary()).toList();
    }

    private void reportUnknown(Yaml.Text key, Section section) {
        List<String> known = section.heads(reading.vocabulary());
        reading.error(
                key.place(),
                "unknown-class",
                "'" + key.value() + "' is not a " + section.what,
                DidYouMean.remedy(known, key.value(), "begin with one of " + String.join(", ", known)));
    }

    /** The id behind the head; reported when it is none, unless the head itself is unknown. */
    Optional<Yaml.Text> id(ItemHead head) {
        Yaml value = head.entry().value();
        String key = head.entry().key().value();
        boolean isKnown = head.type() != null || key.equals(FactsKeys.SOURCE);
        if (value instanceof Yaml.Text id && id.isBlank()) {
            reading.error(id.place(), "no-value", "'" + key + "' has no value", "give it an id of its own");
            return Optional.empty();
        }
        if (value instanceof Yaml.Text id) {
            checkForm(id, isKnown);
            return Optional.of(id);
        }
        if (isKnown) {
            Lists.reportNoText(value, key, reading);
        }
        return Optional.empty();
    }

    private void checkForm(Yaml.Text id, boolean isKnown) {
        if (isKnown && !EntityId.canBeGiven(id.value())) {
            String remedy = "write '" + Survey.suggestedId(id.value()) + "'";
            reading.error(id.place(), "bad-id", "'" + id.value() + "' is not an id", remedy);
        }
    }
}
