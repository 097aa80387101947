package org.dossier.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.claim.Detail;
import org.dossier.claim.Entity;
import org.dossier.claim.EntityId;
import org.dossier.claim.Source;
import org.dossier.vocabulary.TermClass;

/** Reads what needs no evidence: entities and sources, their names, kinds and identifiers. */
final class EntityReader {

    private final Reading reading;
    private final ItemReader items;
    private final BlockReader blocks;
    private final DetailReader details;
    private final RecordChecks checks;
    private final Contents contents;

    EntityReader(Reading reading, Contents contents) {
        this.reading = reading;
        this.items = new ItemReader(reading);
        this.blocks = new BlockReader(reading);
        this.details = new DetailReader(reading);
        this.checks = new RecordChecks(reading);
        this.contents = contents;
    }

    void entity(Yaml item) {
        items.read(item, Section.ENTITIES).ifPresent(this::entity);
    }

    private void entity(ItemReader.Item item) {
        Optional<Yaml.Text> id = items.id(item.head());
        if (id.isEmpty()) {
            return;
        }
        TermClass type = item.head().type();
        Owner owner = new Owner(
                id.get().value(), type == null ? null : type.name(), id.get().place());
        List<Detail> said = said(item.entries(), owner, true);
        if (type != null && EntityId.canBeGiven(id.get().value())) {
            contents.entities.add(new Entity(new EntityId(id.get().value()), type.name(), said, owner.place()));
        }
    }

    private List<Detail> said(List<Yaml.Entry> entries, Owner owner, boolean isWhole) {
        Block block = blocks.read(entries, owner);
        List<Detail> said = details.details(block, Set.of());
        if (isWhole) {
            checks.check(block, said);
        }
        return said;
    }

    void source(Yaml item) {
        Optional<ItemReader.Item> known = items.read(item, Section.SOURCES);
        known.flatMap(source -> items.id(source.head()))
                .ifPresent(id -> source(id, known.get().entries(), true));
    }

    /**
     * Reads a source whose id is known.
     *
     * @param entries what is said of the source, its text file among it
     * @param isWhole false when some of it is lost, so that nobody can say what is missing
     */
    void source(Yaml.Text id, List<Yaml.Entry> entries, boolean isWhole) {
        List<Yaml.Entry> properties = entries.stream()
                .filter(entry -> !entry.key().value().equals(FactsKeys.TEXT_FILE))
                .toList();
        List<Detail> said = said(properties, new Owner(id.value(), "Source", id.place()), isWhole);
        Optional<Yaml.Text> textFile = entries.stream()
                .filter(entry -> entry.key().value().equals(FactsKeys.TEXT_FILE))
                .findFirst()
                .flatMap(this::textFile);
        if (EntityId.canBeGiven(id.value())) {
            contents.sources.add(new Source(
                    new EntityId(id.value()),
                    said,
                    textFile.map(Yaml.Text::value).orElse(null),
                    textFile.map(Yaml.Text::place).orElse(null),
                    id.place()));
        }
    }

    private Optional<Yaml.Text> textFile(Yaml.Entry entry) {
        if (!(entry.value() instanceof Yaml.Text path)) {
            Lists.reportNoText(entry.value(), FactsKeys.TEXT_FILE, reading);
            return Optional.empty();
        }
        if (path.isBlank()) {
            reading.error(path.place(), "no-value", "'text file' has no value", "delete the line if there is no text");
            return Optional.empty();
        }
        boolean leadsOut = List.of(path.value().split("[/\\\\]", -1)).contains("..");
        if (leadsOut || path.value().matches("[/\\\\].*|[A-Za-z]:.*|(\\./)?sources/.*")) {
            reading.error(
                    path.place(),
                    "bad-path",
                    "'" + path.value() + "' is not a path below sources/",
                    "put the text into sources/ and write its name alone, such as 'article.txt'");
            return Optional.empty();
        }
        return Optional.of(path);
    }
}
