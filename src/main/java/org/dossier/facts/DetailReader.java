package org.dossier.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.claim.Detail;
import org.dossier.claim.Value;
import org.dossier.vocabulary.Concept;
import org.dossier.vocabulary.Form;
import org.dossier.vocabulary.Property;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads what is said of a thing besides its evidence: its properties with their values. */
final class DetailReader {

    /** They are typed within the amount. */
    private static final Set<String> IN_AMOUNT = Set.of("hasUnit", "hasPrecision");

    private static final int MOST_OWNERS_NAMED = 3;

    private final Reading reading;
    private final ValueReader values;

    DetailReader(Reading reading) {
        this.reading = reading;
        this.values = new ValueReader(reading);
    }

    /** The properties of a block, without those in {@code elsewhere}. */
    List<Detail> details(Block block, Set<String> elsewhere) {
        Owner owner = block.owner();
        List<Concept> counted = countedQuantities(block);
        List<String> units = counted.stream()
                .flatMap(quantity -> quantity.countedIn().stream())
                .toList();
        List<Detail> details = new ArrayList<>();
        for (Block.Line line : block.lines(line -> !elsewhere.contains(line.name()))) {
            if (mayStandHere(line, owner)) {
                details.addAll(values(line, owner, units));
            }
        }
        details.forEach(detail -> checkUnit(detail, counted));
        return details;
    }

    private boolean mayStandHere(Block.Line line, Owner owner) {
        Property property = line.property();
        if (property.isComputed()) {
            reportComputed(line);
            return false;
        }
        if (IN_AMOUNT.contains(property.name())) {
            reading.error(
                    line.place(),
                    "computed",
                    "'" + line.key().value() + "' is taken from the amount",
                    "delete this line, and write the amount as in 'value: ~400 TB'");
            return false;
        }
        if (property.needsClaim()) {
            reportNeedsClaim(line, owner);
            return false;
        }
        String type = owner.type();
        if (type != null && !reading.vocabulary().has(type, property)) {
            reportMisfit(line, type);
            return false;
        }
        return true;
    }

    /** Reports a key that evidence does not have. */
    void reportNoEvidence(Block.Line line) {
        if (line.property().isComputed()) {
            reportComputed(line);
        } else {
            reportMisfit(line, "Evidence");
        }
    }

    private void reportComputed(Block.Line line) {
        reading.error(
                line.place(),
                "computed",
                "'" + line.key().value() + "' is computed from what else is known",
                "delete this line");
    }

    private void reportNeedsClaim(Block.Line line, Owner owner) {
        Yaml first = line.value() instanceof Yaml.Items items ? items.items().get(0) : line.value();
        String object = first instanceof Yaml.Text text ? text.value() : "…";
        String claim = String.join(
                " ", owner.id() == null ? "…" : owner.id(), line.property().label(), object);
        reading.error(
                line.place(),
                "link-without-evidence",
                "'" + line.key().value() + "' needs evidence",
                "under facts write 'claim: " + claim + "' with its quote");
    }

    /** Reports a key that things of this class do not have. */
    void reportMisfit(Block.Line line, String type) {
        List<String> owners = line.property().domains().stream()
                .map(domain -> Phrase.a(reading.label(domain)))
                .toList();
        String remedy = owners.size() <= MOST_OWNERS_NAMED
                ? "only " + Phrase.either(owners) + " has"
                : "delete this line, or say it in 'note'";
        boolean isEvidence = line.property().domains().equals(List.of("Evidence"));
        reading.error(
                line.place(),
                "key-does-not-fit",
                Phrase.a(reading.label(type)) + " has no '" + line.key().value() + "'",
                isEvidence ? "what needs evidence stands under 'facts'" : remedy);
    }

    /** All values of a key; each is reported that cannot be one. */
    List<Detail> values(Block.Line line, Owner owner, List<String> units) {
        int most = most(line, owner.type());
        if (line.value() instanceof Yaml.Items items) {
            boolean isText = line.property().form() == Form.TEXT && items.isBracketed() && most == 1;
            return isText ? noText(items, line) : values(line, items.items(), most, owner, units);
        }
        return values(line, List.of(line.value()), most, owner, units);
    }

    private int most(Block.Line line, @Nullable String type) {
        return type == null ? Integer.MAX_VALUE : reading.cardinalities().most(type, line.name());
    }

    private List<Detail> values(Block.Line line, List<Yaml> typed, int most, Owner owner, List<String> units) {
        List<Detail> details = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            if (i == most) {
                String remedy = "a second one is a record of its own";
                reading.error(
                        typed.get(i).place(), "one-value", "'" + line.key().value() + "' has one value", remedy);
                break;
            }
            value(line, typed.get(i), owner, units).ifPresent(details::add);
        }
        return details;
    }

    private Optional<Detail> value(Block.Line line, Yaml typed, Owner owner, List<String> units) {
        if (!(typed instanceof Yaml.Text text)) {
            noText(typed, line);
            return Optional.empty();
        }
        if (text.isBlank()) {
            reading.error(text.place(), "no-value", "this item has no value", "delete it");
            return Optional.empty();
        }
        return values.read(text, line.property(), owner, units)
                .map(value -> new Detail(line.name(), value, text.place()));
    }

    /** The one text of a key. */
    Optional<String> oneText(Block.Line line) {
        if (line.value() instanceof Yaml.Text text) {
            return values.text(text);
        }
        noText(line.value(), line);
        return Optional.empty();
    }

    private List<Detail> noText(Yaml value, Block.Line line) {
        Lists.reportNoText(value, line.key().value(), reading);
        return List.of();
    }

    private List<Concept> countedQuantities(Block block) {
        Vocabulary vocabulary = reading.vocabulary();
        return block.lines().stream()
                .filter(line -> line.property().form() == Form.CONCEPT)
                .flatMap(line -> line.value() instanceof Yaml.Text text
                        ? vocabulary.concept(text.value()).stream()
                        : Optional.<Concept>empty().stream())
                .filter(concept -> !concept.countedIn().isEmpty())
                .toList();
    }

    private void checkUnit(Detail detail, List<Concept> counted) {
        if (!(detail.value() instanceof Value.Amount amount)) {
            return;
        }
        for (Concept quantity : counted) {
            if (!quantity.countedIn().contains(amount.unit())) {
                reading.error(
                        detail.place(),
                        "wrong-unit",
                        "'" + quantity.name() + "' is not counted in " + unit(amount.unit()),
                        "it is counted in "
                                + Phrase.either(quantity.countedIn().stream()
                                        .map(this::unit)
                                        .toList()));
            }
        }
    }

    private String unit(String name) {
        return reading.vocabulary().concept(name).map(Concept::label).orElse(name);
    }
}
