package org.dossier.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dossier.problem.DidYouMean;
import org.dossier.vocabulary.Property;
import org.dossier.vocabulary.Vocabulary;

/** Matches the keys of a block with the properties of the ontology. */
final class BlockReader {

    private final Reading reading;

    BlockReader(Reading reading) {
        this.reading = reading;
    }

    /** Reports keys that are unknown, stand twice or have no value; whether they fit the owner is judged later. */
    Block read(List<Yaml.Entry> entries, Owner owner) {
        List<Block.Line> lines = new ArrayList<>();
        Set<String> present = new HashSet<>();
        Map<String, Yaml.Text> seen = new HashMap<>();
        for (Yaml.Entry entry : entries) {
            Optional<Property> property =
                    reading.vocabulary().propertyFor(entry.key().value());
            if (property.isEmpty() && ItemHead.isClassKey(entry, reading.vocabulary())) {
                reportSecondFact(entry.key());
                break;
            }
            if (property.isEmpty()) {
                unknown(entry, owner).ifPresent(present::add);
                continue;
            }
            Yaml.Text first = seen.putIfAbsent(property.get().name(), entry.key());
            present.add(property.get().name());
            if (first != null) {
                reportTwice(entry.key(), first);
            } else if (hasValue(entry)) {
                lines.add(new Block.Line(entry.key(), property.get(), entry.value()));
            }
        }
        return new Block(owner, lines, present);
    }

    /** What follows it belongs to that fact, and is read when the dash is there. */
    private void reportSecondFact(Yaml.Text key) {
        reading.error(key.place(), "two-facts", "'" + key.value() + "' begins another fact", "put '- ' before it");
    }

    /** The name of the property that was probably meant. */
    private Optional<String> unknown(Yaml.Entry entry, Owner owner) {
        String key = entry.key().value();
        List<String> known = keys(owner);
        reading.error(
                entry.key().place(),
                "unknown-key",
                "'" + key + "' is not a property",
                DidYouMean.remedy(known, key, "keys are labels of the ontology; a remark goes into 'note'"));
        return DidYouMean.among(known, key)
                .flatMap(reading.vocabulary()::propertyFor)
                .map(Property::name);
    }

    /** What may be typed in a block, with labels and names. */
    private List<String> keys(Owner owner) {
        Vocabulary vocabulary = reading.vocabulary();
        String type = owner.type();
        return vocabulary.properties().stream()
                .filter(property -> !property.isComputed() && !property.needsClaim())
                .filter(property -> type == null
                        || vocabulary.has(type, property)
                        || (vocabulary.isA(type, "Record") && vocabulary.has("Evidence", property)))
                .flatMap(property -> Stream.of(property.label(), property.name()))
                .toList();
    }

    private void reportTwice(Yaml.Text key, Yaml.Text first) {
        String as = key.value().equals(first.value()) ? "" : " as '" + first.value() + "'";
        reading.error(
                key.place(),
                "duplicate-key",
                "'" + key.value() + "' stands here twice (first in line "
                        + first.place().line() + as + ")",
                "write a list, or a record of its own");
    }

    private boolean hasValue(Yaml.Entry entry) {
        boolean isEmpty = (entry.value() instanceof Yaml.Text text && text.isBlank())
                || (entry.value() instanceof Yaml.Items items && items.items().isEmpty());
        if (isEmpty) {
            reading.error(
                    entry.value().place(),
                    "no-value",
                    "'" + entry.key().value() + "' has no value",
                    "delete the line if the source gives none");
        }
        return !isEmpty;
    }
}
