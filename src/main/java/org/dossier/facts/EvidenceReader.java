package org.dossier.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;
import org.dossier.problem.Place;
import org.jspecify.annotations.Nullable;

/** Reads passages: those whose keys stand in the block of a fact itself, and those in lists of their own. */
final class EvidenceReader {

    static final String QUOTE = "quote";
    static final String LOCATOR = "locator";
    static final String RELIES_ON = "reliesOn";
    static final String IS_ASSERTED_BY = "isAssertedBy";
    static final String IS_QUOTED_FROM = "isQuotedFrom";
    static final String HEDGE = "hedge";
    static final String NOTE = "note";
    static final String HAS_EVIDENCE = "hasEvidence";
    static final String HAS_COUNTER_EVIDENCE = "hasCounterEvidence";

    /** Properties of evidence that may stand in the block of the fact. */
    static final Set<String> DIRECT = Set.of(QUOTE, LOCATOR, RELIES_ON, IS_ASSERTED_BY, IS_QUOTED_FROM, HEDGE);

    /** More would be a sentence of the source, which is its author's. */
    private static final int MOST_WORDS = 8;

    private static final String TYPE = "Evidence";

    /**
     * Where the passages of a block stand, unless they say otherwise.
     *
     * @param source absent when the file names none
     */
    record Where(
            @Nullable EntityId source,
            @Nullable String locator,
            @Nullable Place locatorPlace) {}

    private final Reading reading;
    private final BlockReader blocks;
    private final DetailReader details;
    private boolean lacksSource;

    EvidenceReader(Reading reading) {
        this.reading = reading;
        this.blocks = new BlockReader(reading);
        this.details = new DetailReader(reading);
    }

    /** Whether a passage was read that neither says where it stands nor is in a file that does. */
    boolean lacksSource() {
        return lacksSource;
    }

    /**
     * The passages for a fact: the one in its own block first.
     *
     * @param isNoteOfPassage whether a note there is on it
     */
    List<Evidence> evidence(Block block, Where where, boolean isNoteOfPassage) {
        List<Evidence> evidence = new ArrayList<>();
        List<Block.Line> direct = block.lines(line ->
                DIRECT.contains(line.name()) || (isNoteOfPassage && line.name().equals(NOTE)));
        if (direct.stream().anyMatch(line -> DIRECT.contains(line.name()))) {
            passage(new Block(block.owner(), direct, block.present()), where).ifPresent(evidence::add);
        }
        evidence.addAll(listed(block, HAS_EVIDENCE, where));
        return evidence;
    }

    List<Evidence> counterEvidence(Block block, Where where) {
        return listed(block, HAS_COUNTER_EVIDENCE, where);
    }

    private List<Evidence> listed(Block block, String property, Where where) {
        List<Evidence> evidence = new ArrayList<>();
        for (Block.Line line : block.lines(line -> line.name().equals(property))) {
            if (line.value() instanceof Yaml.Items items) {
                items.items().forEach(item -> item(item, where).ifPresent(evidence::add));
            } else if (!(line.value() instanceof Yaml.Unreadable)) {
                Lists.reportNoList(line.value(), reading);
            }
        }
        return evidence;
    }

    private Optional<Evidence> item(Yaml item, Where where) {
        if (item instanceof Yaml.Keys keys) {
            Block block = blocks.read(keys.entries(), new Owner(null, TYPE, keys.place()));
            return passage(block, where);
        }
        if (item instanceof Yaml.Text text) {
            reading.error(
                    text.place(),
                    "no-quote",
                    "'" + text.value() + "' says not what it is",
                    "write 'quote: " + text.value() + "'");
        } else if (item instanceof Yaml.Items) {
            reading.error(item.place(), "no-quote", "a list stands where a passage is wanted", "begin with 'quote:'");
        }
        return Optional.empty();
    }

    private Optional<Evidence> passage(Block block, Where where) {
        block.lines(line -> !DIRECT.contains(line.name()) && !line.name().equals(NOTE))
                .forEach(details::reportNoEvidence);
        if (!block.has(QUOTE)) {
            reportNoQuote(block);
        }
        Optional<EntityId> source = source(block, where);
        Optional<String> quote = line(block, QUOTE).flatMap(this::quote);
        Where stands = where(block, where);
        List<EntityId> reliesOn = things(block, RELIES_ON, source);
        List<EntityId> assertedBy = things(block, IS_ASSERTED_BY, Optional.empty());
        String hedge = text(block, HEDGE).orElse(null);
        String note = text(block, NOTE).orElse(null);
        if (quote.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        Place place = place(block, QUOTE).orElseThrow();
        return Optional.of(new Evidence(
                source.get(),
                stands.locator(),
                stands.locatorPlace(),
                quote.get(),
                reliesOn,
                assertedBy,
                hedge,
                note,
                place));
    }

    /** A locator of the passage itself counts before the heading that it is written under. */
    private Where where(Block block, Where heading) {
        return text(block, LOCATOR)
                .map(locator -> new Where(
                        heading.source(), locator, place(block, LOCATOR).orElse(null)))
                .orElse(heading);
    }

    private Optional<EntityId> source(Block block, Where where) {
        if (block.has(IS_QUOTED_FROM)) {
            return things(block, IS_QUOTED_FROM, Optional.empty()).stream().findFirst();
        }
        lacksSource |= where.source() == null;
        return Optional.ofNullable(where.source());
    }

    private void reportNoQuote(Block block) {
        Place place = block.lines().isEmpty()
                ? block.owner().place()
                : block.lines().get(0).place();
        reading.error(place, "no-quote", "evidence without the words of the source", "add 'quote:'");
    }

    private Optional<String> quote(Block.Line line) {
        Optional<String> quote = oneText(line);
        long words = quote.stream()
                .flatMap(text -> Arrays.stream(text.split("[\\s\\p{Z}]+", -1)))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
        if (words > MOST_WORDS) {
            reading.error(
                    line.value().place(),
                    "long-quote",
                    "a quote has at most " + MOST_WORDS + " words, this one " + words,
                    "keep the figure or the name");
        }
        return quote.filter(text -> !isDamaged(text));
    }

    /** With a letter in it that could not be read, which is reported, no quote can be found in its source. */
    private boolean isDamaged(String quote) {
        return quote.indexOf(FileText.REPLACEMENT) >= 0 && reading.problems().hasErrors();
    }

    private Optional<String> text(Block block, String property) {
        return line(block, property).flatMap(this::oneText);
    }

    private Optional<String> oneText(Block.Line line) {
        return details.oneText(line);
    }

    private List<EntityId> things(Block block, String property, Optional<EntityId> own) {
        Owner owner = new Owner(
                own.map(EntityId::name).orElse(null), TYPE, block.owner().place());
        return line(block, property).stream()
                .flatMap(line -> details.values(line, owner, List.of()).stream())
                .flatMap(detail -> detail.thing().stream())
                .toList();
    }

    private static Optional<Place> place(Block block, String property) {
        return line(block, property).map(line -> line.value().place());
    }

    private static Optional<Block.Line> line(Block block, String property) {
        return block.lines(line -> line.name().equals(property)).stream().findFirst();
    }
}
