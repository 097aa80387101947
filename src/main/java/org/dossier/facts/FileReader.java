package org.dossier.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dossier.claim.EntityId;
import org.dossier.claim.FactsFile;
import org.dossier.facts.EvidenceReader.Where;
import org.dossier.problem.DidYouMean;
import org.dossier.vocabulary.Property;
import org.jspecify.annotations.Nullable;

/** Reads one facts file: its source, the sources and entities that it names, and its facts. */
final class FileReader {

    private final Reading reading;
    private final YamlFile file;
    private final Contents contents = new Contents();
    private final EvidenceReader evidence;
    private final EntityReader entities;
    private final FactReader facts;

    /** False when a misspelt key may have said something of the source. */
    private boolean isWhole = true;

    private FileReader(YamlFile file, Reading reading) {
        this.reading = reading;
        this.file = file;
        this.evidence = new EvidenceReader(reading);
        this.entities = new EntityReader(reading, contents);
        this.facts = new FactReader(reading, evidence, contents);
    }

    static FactsFile read(YamlFile file, Reading reading) {
        FileReader reader = new FileReader(file, reading);
        if (file.root() instanceof Yaml.Keys root) {
            reader.read(root);
        } else if (file.root() != null && !(file.root() instanceof Yaml.Unreadable)) {
            String remedy = "begin with 'source:', 'entities:' or 'facts:'";
            reading.error(file.root().place(), "not-keys", "a facts file consists of keys", remedy);
        }
        return reader.contents.of(file.text());
    }

    private void read(Yaml.Keys root) {
        Map<String, Yaml.Entry> sections = new HashMap<>();
        List<Yaml.Entry> ofSource = new ArrayList<>();
        for (Yaml.Entry entry : root.entries()) {
            String section = section(entry);
            if (section == null) {
                ofSource.add(entry);
                continue;
            }
            Yaml.Entry first = sections.putIfAbsent(section, entry);
            if (first != null) {
                reportTwice(entry.key(), first.key());
            }
        }
        read(sections, ofSource);
    }

    private void read(Map<String, Yaml.Entry> sections, List<Yaml.Entry> ofSource) {
        boolean isNamed = sections.containsKey(FactsKeys.SOURCE) || hasLostSource();
        Optional<Yaml.Text> source =
                Optional.ofNullable(sections.get(FactsKeys.SOURCE)).flatMap(this::sourceId);
        source(source, ofSource, isNamed);
        items(sections.get(FactsKeys.SOURCES)).forEach(entities::source);
        items(sections.get(FactsKeys.ENTITIES)).forEach(entities::entity);
        Yaml.Entry facts = sections.get(FactsKeys.FACTS);
        facts(facts, source);
        if (facts != null && evidence.lacksSource() && !isNamed) {
            reportNoSource(facts.key());
        }
    }

    /** The part of the file that a key begins; nothing when it is said of the source. Misspelt parts are read too. */
    private @Nullable String section(Yaml.Entry entry) {
        String key = entry.key().value();
        if (key.equals(FactsKeys.SOURCE) || FactsKeys.SECTIONS.contains(key)) {
            return key;
        }
        boolean isOfSource = key.equals(FactsKeys.TEXT_FILE)
                || reading.vocabulary().propertyFor(key).isPresent();
        if (isOfSource) {
            return null;
        }
        List<String> known =
                entry.value() instanceof Yaml.Text text && !text.isBlank() ? keysOfSource() : FactsKeys.SECTIONS;
        String remedy = "a file has " + FactsKeys.SOURCE + ", " + String.join(", ", FactsKeys.SECTIONS)
                + " and what is said of its source";
        reading.error(
                entry.key().place(),
                "unknown-key",
                "'" + key + "' is no part of a facts file",
                DidYouMean.remedy(known, key, remedy));
        Optional<String> near = DidYouMean.among(known, key);
        isWhole &= near.isEmpty();
        return near.filter(meant -> meant.equals(FactsKeys.SOURCE) || FactsKeys.SECTIONS.contains(meant))
                .orElse(key);
    }

    private List<String> keysOfSource() {
        Stream<String> ofSource = reading.vocabulary().properties().stream()
                .filter(property ->
                        !property.isComputed() && reading.vocabulary().has("Source", property))
                .map(Property::label);
        return Stream.concat(Stream.of(FactsKeys.SOURCE, FactsKeys.TEXT_FILE), ofSource)
                .toList();
    }

    private void reportTwice(Yaml.Text key, Yaml.Text first) {
        reading.error(
                key.place(),
                "duplicate-key",
                "'" + key.value() + "' stands here twice (first in line "
                        + first.place().line() + ")",
                "move what stands below it up there");
    }

    private Optional<Yaml.Text> sourceId(Yaml.Entry entry) {
        return new ItemReader(reading).id(new ItemHead(entry, null, true));
    }

    private void source(Optional<Yaml.Text> id, List<Yaml.Entry> said, boolean isNamed) {
        if (id.isPresent()) {
            if (!said.isEmpty() || (isDefinedHere(id.get()) && isNoSlip(id.get()))) {
                entities.source(id.get(), said, isWhole && !hasLostTopLine());
            }
        } else if (!said.isEmpty() && !isNamed) {
            Yaml.Text key = said.get(0).key();
            reading.error(
                    key.place(),
                    "no-source",
                    "'" + key.value() + "' is said of a source, and none is named",
                    "add 'source: an-id' above it");
        }
    }

    /** A source that stands here without properties may be described in another file. */
    private boolean isDefinedHere(Yaml.Text id) {
        return reading.definitions()
                .of(id.value())
                .filter(definition -> definition.place().equals(id.place()))
                .isPresent();
    }

    /** A source that no file describes, and whose id is nearly that of another, is that one mistyped. */
    private boolean isNoSlip(Yaml.Text id) {
        if (!EntityId.canBeGiven(id.value())) {
            return false;
        }
        List<String> others = reading.definitions().idsOf("Source", reading.vocabulary()).stream()
                .filter(other -> !other.equals(id.value()))
                .toList();
        Optional<String> near = DidYouMean.among(others, id.value());
        near.ifPresent(other -> reading.error(
                id.place(),
                "unknown-thing",
                "no source '" + id.value() + "' is described",
                "did you mean '" + other + "'?"));
        return near.isEmpty();
    }

    private boolean hasLostSource() {
        return file.lost().stream().anyMatch(line -> line.text().matches("\\s*(---\\s+)?" + FactsKeys.SOURCE + ".*"));
    }

    private boolean hasLostTopLine() {
        return file.lost().stream()
                .anyMatch(line -> !line.text().startsWith("  ") && !line.text().startsWith("-"));
    }

    private void reportNoSource(Yaml.Text facts) {
        reading.error(
                facts.place(),
                "no-source",
                "nothing says which source these facts are quoted from",
                "add 'source: an-id' at the top");
    }

    private List<Yaml> items(Yaml.@Nullable Entry section) {
        return section == null ? List.of() : items(section.value());
    }

    private List<Yaml> items(Yaml value) {
        if (value instanceof Yaml.Items list) {
            return list.items();
        }
        boolean isEmpty = value instanceof Yaml.Text text && text.isBlank();
        if (!isEmpty && !(value instanceof Yaml.Unreadable)) {
            Lists.reportNoList(value, reading);
        }
        return List.of();
    }

    private void facts(Yaml.@Nullable Entry section, Optional<Yaml.Text> source) {
        EntityId id = source.map(Yaml.Text::value)
                .filter(EntityId::canBeGiven)
                .map(EntityId::new)
                .orElse(null);
        if (section != null && section.value() instanceof Yaml.Keys headings && !isItem(headings)) {
            headings(headings, id);
        } else {
            items(section).forEach(item -> facts.read(item, new Where(id, null, null)));
        }
    }

    /** A fact without its dash. */
    private boolean isItem(Yaml.Keys keys) {
        return keys.entries().stream().anyMatch(entry -> ItemHead.isClassKey(entry, reading.vocabulary()));
    }

    private void headings(Yaml.Keys headings, @Nullable EntityId source) {
        Map<String, Yaml.Text> seen = new HashMap<>();
        for (Yaml.Entry entry : headings.entries()) {
            Yaml.Text heading = entry.key();
            Yaml.Text first = seen.putIfAbsent(heading.value(), heading);
            if (first != null) {
                reportTwice(heading, first);
            }
            Where where = new Where(source, heading.value(), heading.place());
            items(entry.value()).forEach(item -> facts.read(item, where));
        }
    }
}
