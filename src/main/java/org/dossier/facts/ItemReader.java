package org.dossier.facts;

import java.util.List;
import java.util.Optional;
import org.dossier.claim.EntityId;
import org.dossier.problem.DidYouMean;
import org.dossier.vocabulary.Vocabulary;

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
            reading.error(text.place(), "no-value", "nothing stands behind this dash", "delete it");
        } else if (item instanceof Yaml.Text text) {
            reading.problems().add(SyntaxExplainer.notAFact(text.place(), text.value()));
        } else if (item instanceof Yaml.Items) {
            reading.error(
                    item.place(), "not-a-fact", "a list stands where a fact is wanted", "delete one of the dashes");
        }
        return Optional.empty();
    }

    private Optional<Item> read(Yaml.Keys keys, Section section) {
        Optional<ItemHead> head = ItemHead.of(keys, reading.vocabulary());
        Yaml.Text first = keys.entries().get(0).key();
        if (head.isEmpty()) {
            reading.error(
                    first.place(),
                    "unknown-class",
                    "'" + first.value() + "' is not a " + section.what,
                    "begin with what it is, such as '" + example(section) + ": an-id'");
            return Optional.empty();
        }
        if (!head.get().isFirst()) {
            reading.error(
                    first.place(),
                    "class-not-first",
                    "the first key says what this is",
                    "move '" + head.get().entry().key().value() + ":' up");
        }
        List<Yaml.Entry> rest = keys.entries().stream()
                .filter(entry -> !entry.equals(head.get().entry()))
                .toList();
        return belongsHere(head.get(), section) ? Optional.of(new Item(head.get(), rest)) : Optional.empty();
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
        Vocabulary vocabulary = reading.vocabulary();
        if (head.isAlso() && section == Section.FACTS) {
            return true;
        }
        List<Section> sections = head.type() == null
                ? List.of()
                : Section.of(head.type(), vocabulary).toList();
        if (sections.contains(section)) {
            return true;
        }
        Yaml.Text key = head.entry().key();
        if (sections.isEmpty() && !head.isAlso()) {
            reading.error(
                    key.place(),
                    "unknown-class",
                    "'" + key.value() + "' is not a " + section.what,
                    DidYouMean.remedy(
                            section.heads(vocabulary),
                            key.value(),
                            "begin with one of " + String.join(", ", section.heads(vocabulary))));
            return head.type() == null;
        }
        String right = head.isAlso() ? FactsKeys.FACTS : sections.get(0).key;
        reading.error(
                key.place(),
                "wrong-section",
                "'" + key.value() + "' does not stand under '" + section.key + "'",
                "write it under '" + right + "'");
        return false;
    }

    /** The id behind the head; reported when it is none. */
    Optional<Yaml.Text> id(ItemHead head) {
        Yaml value = head.entry().value();
        String key = head.entry().key().value();
        boolean isKnown = head.type() != null || key.equals(FactsKeys.SOURCE);
        if (!(value instanceof Yaml.Text id)) {
            if (isKnown) {
                Lists.reportNoText(value, key, reading);
            }
            return Optional.empty();
        }
        if (id.isBlank()) {
            reading.error(id.place(), "no-value", "'" + key + "' has no value", "give it an id of its own");
            return Optional.empty();
        }
        if (isKnown && !EntityId.canBeGiven(id.value())) {
            reading.error(
                    id.place(),
                    "bad-id",
                    "'" + id.value() + "' is not an id",
                    "write '" + Survey.suggestedId(id.value()) + "'");
        }
        return Optional.of(id);
    }
}
