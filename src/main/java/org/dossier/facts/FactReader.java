package org.dossier.facts;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.claim.Claim;
import org.dossier.claim.Detail;
import org.dossier.claim.DossierRecord;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;
import org.dossier.claim.Link;
import org.dossier.claim.Passage;
import org.dossier.claim.Value;
import org.dossier.facts.EvidenceReader.Where;
import org.dossier.problem.DidYouMean;
import org.dossier.vocabulary.TermClass;

/** Reads what stands under {@code facts}: claims, records and further passages. */
final class FactReader {

    private static final Pattern SPACE = Pattern.compile("\\s");
    private static final Set<String> EVIDENCE_KEYS = evidenceKeys();

    private final Reading reading;
    private final ItemReader items;
    private final BlockReader blocks;
    private final DetailReader details;
    private final EvidenceReader evidence;
    private final RecordChecks checks;
    private final LinkReader links;
    private final Contents contents;

    FactReader(Reading reading, EvidenceReader evidence, Contents contents) {
        this.reading = reading;
        this.items = new ItemReader(reading);
        this.blocks = new BlockReader(reading);
        this.details = new DetailReader(reading);
        this.evidence = evidence;
        this.checks = new RecordChecks(reading);
        this.links = new LinkReader(reading);
        this.contents = contents;
    }

    private static Set<String> evidenceKeys() {
        Set<String> keys = new HashSet<>(EvidenceReader.DIRECT);
        keys.add(EvidenceReader.HAS_EVIDENCE);
        keys.add(EvidenceReader.HAS_COUNTER_EVIDENCE);
        return Set.copyOf(keys);
    }

    void read(Yaml item, Where where) {
        Optional<ItemReader.Item> known = items.read(item, Section.FACTS);
        if (known.isEmpty()) {
            return;
        }
        ItemHead head = known.get().head();
        if (head.isAlso()) {
            passage(known.get(), where);
        } else if (head.isClaim()) {
            claims(known.get(), where);
        } else {
            record(known.get(), where);
        }
    }

    private void claims(ItemReader.Item item, Where where) {
        Yaml value = item.head().entry().value();
        Block block = blocks.read(item.entries(), new Owner(null, "Claim", value.place()));
        List<Detail> said = details.details(block, EVIDENCE_KEYS);
        List<Evidence> bearing = evidence.evidence(block, where, false);
        List<Evidence> against = evidence.counterEvidence(block, where);
        checks.requireEvidence(block, item.head());
        for (Yaml typed : value instanceof Yaml.Items list ? list.items() : List.of(value)) {
            Optional<Link> link = link(typed);
            if (link.isPresent() && !bearing.isEmpty()) {
                contents.claims.add(new Claim(link.get(), said, bearing, against, typed.place()));
            }
        }
    }

    private Optional<Link> link(Yaml typed) {
        if (!(typed instanceof Yaml.Text text)) {
            Lists.reportNoText(typed, "claim", reading);
            return Optional.empty();
        }
        return links.read(text);
    }

    private void record(ItemReader.Item item, Where where) {
        Optional<Yaml.Text> id = items.id(item.head());
        if (id.isEmpty()) {
            return;
        }
        TermClass type = item.head().type();
        Owner owner = new Owner(
                id.get().value(), type == null ? null : type.name(), id.get().place());
        Block block = blocks.read(item.entries(), owner);
        List<Detail> said = details.details(block, EVIDENCE_KEYS);
        List<Evidence> bearing = evidence.evidence(block, where, false);
        List<Evidence> against = evidence.counterEvidence(block, where);
        checks.requireEvidence(block, item.head());
        checks.check(block, said);
        if (type != null && !bearing.isEmpty() && EntityId.canBeGiven(id.get().value())) {
            contents.records.add(new DossierRecord(
                    new EntityId(id.get().value()), type.name(), said, bearing, against, owner.place()));
        }
    }

    private void passage(ItemReader.Item item, Where where) {
        Optional<Value> target = target(item.head().entry().value());
        Block block = blocks.read(
                item.entries(),
                new Owner(null, null, item.head().entry().value().place()));
        for (Block.Line line : block.lines(FactReader::isNoEvidence)) {
            reportNoEvidence(line, item.head().entry().value());
        }
        List<Evidence> bearing = evidence.evidence(block, where, true);
        List<Evidence> against = evidence.counterEvidence(block, where);
        if (!block.has(EvidenceReader.HAS_COUNTER_EVIDENCE)) {
            checks.requireEvidence(block, item.head());
        }
        if (target.isPresent() && !(bearing.isEmpty() && against.isEmpty())) {
            contents.passages.add(new Passage(
                    target.get(), bearing, against, item.head().entry().value().place()));
        }
    }

    private static boolean isNoEvidence(Block.Line line) {
        return !EVIDENCE_KEYS.contains(line.name()) && !line.name().equals(EvidenceReader.NOTE);
    }

    private void reportNoEvidence(Block.Line line, Yaml target) {
        String id = target instanceof Yaml.Text text ? text.value() : "it";
        String where = reading.definitions()
                .of(id)
                .map(definition -> " (" + definition.place() + ")")
                .orElse("");
        reading.error(
                line.place(),
                "also-adds-evidence",
                "'also' adds a passage only",
                "write '" + line.key().value() + "' where '" + id + "' is defined" + where);
    }

    /** The record, or claim, that further passages are for. */
    private Optional<Value> target(Yaml typed) {
        if (!(typed instanceof Yaml.Text text)) {
            Lists.reportNoText(typed, ItemHead.ALSO, reading);
            return Optional.empty();
        }
        if (SPACE.matcher(text.value()).find()) {
            return links.mentioned(text).map(Value.Claimed::new);
        }
        if (reading.definitions().of(text.value()).isEmpty()) {
            reportUnknown(text);
            return Optional.empty();
        }
        return new ThingReader(reading)
                .read(text.value(), text.place(), "Record", ItemHead.ALSO)
                .map(Value.Thing::new);
    }

    private void reportUnknown(Yaml.Text id) {
        reading.error(
                id.place(),
                "unknown-record",
                "no record '" + id.value() + "' is defined",
                DidYouMean.remedy(
                        reading.definitions().idsOf("Record", reading.vocabulary()),
                        id.value(),
                        "begin with what it is, such as 'statement: " + id.value() + "'"));
    }
}
