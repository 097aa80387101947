package org.dossier.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.claim.Detail;
import org.dossier.claim.EntityId;
import org.dossier.claim.Value;

/** What a record must have, and what in it must agree. */
final class RecordChecks {

    private static final String IS_ATTRIBUTED_TO = "isAttributedTo";

    /** Only somebody named can do these; the source's own voice cannot. */
    private static final Set<String> NEED_SPEAKER = Set.of("affirms", "denies", "clarifies", "retracts");

    private final Reading reading;

    RecordChecks(Reading reading) {
        this.reading = reading;
    }

    /** Reports a fact that does not say where it stands in the source. */
    void requireEvidence(Block block, ItemHead head) {
        boolean hasSome = block.has(EvidenceReader.HAS_EVIDENCE)
                || EvidenceReader.DIRECT.stream().anyMatch(block::has);
        if (!hasSome) {
            String also = block.has(EvidenceReader.HAS_COUNTER_EVIDENCE)
                    ? "; what speaks against something stands under 'also:' if another file has the rest"
                    : "";
            reading.error(
                    head.entry().key().place(),
                    "no-evidence",
                    "nothing says where this stands in the source",
                    "add 'quote:'" + also);
        }
    }

    /** Checks what is said of one thing against itself. */
    void check(Block block, List<Detail> details) {
        requireWhatItsClassNeeds(block);
        requireSpeaker(block);
        refuseSpeakerAsWord(block, details);
        checkOrderOfDates(details);
    }

    private void requireWhatItsClassNeeds(Block block) {
        String type = block.owner().type();
        if (type == null) {
            return;
        }
        for (String name : reading.cardinalities().required(type)) {
            if (!block.has(name)) {
                String key =
                        reading.vocabulary().propertyFor(name).orElseThrow().label();
                reading.error(
                        block.owner().place(),
                        "incomplete",
                        Phrase.a(reading.label(type)) + " needs '" + key + "'",
                        "add '" + key + ":'");
            }
        }
    }

    private void requireSpeaker(Block block) {
        if (!"Statement".equals(block.owner().type()) || block.has(IS_ATTRIBUTED_TO)) {
            return;
        }
        block.lines(line -> NEED_SPEAKER.contains(line.name())).stream()
                .findFirst()
                .ifPresent(line -> reading.error(
                        line.place(),
                        "no-speaker",
                        "only a named speaker '" + line.property().label() + "' something",
                        "add 'is attributed to' (without it the source speaks in its own voice)"));
    }

    /** That a statement was made is the source's word, not the speaker's. */
    private void refuseSpeakerAsWord(Block block, List<Detail> details) {
        if (!"Statement".equals(block.owner().type())) {
            return;
        }
        List<String> speakers = details.stream()
                .filter(detail -> detail.property().equals(IS_ATTRIBUTED_TO))
                .flatMap(detail -> detail.thing().stream())
                .map(EntityId::name)
                .toList();
        for (Block.Line line : block.lines(line -> line.name().equals(EvidenceReader.IS_ASSERTED_BY))) {
            if (line.value() instanceof Yaml.Text word && speakers.contains(word.value())) {
                reading.error(
                        line.place(),
                        "speaker-as-word",
                        "that it was said is the source's word",
                        "delete this line; 'is asserted by' belongs to what " + word.value()
                                + " claims, not to the statement");
            }
        }
    }

    private void checkOrderOfDates(List<Detail> details) {
        Optional<Detail> start = dated("startDate", details);
        Optional<Detail> end = dated("endDate", details);
        if (start.isEmpty() || end.isEmpty()) {
            return;
        }
        Value.Day first = (Value.Day) start.get().value();
        Value.Day last = (Value.Day) end.get().value();
        if (last.date().isBefore(first.date())) {
            reading.error(
                    end.get().place(),
                    "dates-out-of-order",
                    "'" + last.date() + "' ends before it starts (" + first.date() + ")",
                    "exchange the two, or look them up again");
        }
    }

    private static Optional<Detail> dated(String property, List<Detail> details) {
        return details.stream()
                .filter(detail -> detail.property().equals(property))
                .findFirst();
    }
}
