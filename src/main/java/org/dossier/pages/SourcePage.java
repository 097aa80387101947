package org.dossier.pages;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.dossier.explain.Background;
import org.dossier.explain.Things;
import org.dossier.problem.Place;
import org.dossier.query.Figures;
import org.dossier.triples.Names;

/**
 * A source: what it is, whether it is at hand, what it relies on, and what rests on it, passage by passage.
 *
 * @param passages in the order in which the facts file has them
 * @param resting how many records rest on it
 */
public record SourcePage(
        String name,
        String iri,
        Description description,
        boolean isHeld,
        List<Named> reliesOn,
        List<Named> reliedOnBy,
        List<Cited> passages,
        int passagesInAll,
        long resting,
        Paging paging) {

    private static final int PASSAGES = 60;
    private static final int RECORDS = 10;

    public SourcePage {
        reliesOn = List.copyOf(reliesOn);
        reliedOnBy = List.copyOf(reliedOnBy);
        passages = List.copyOf(passages);
    }

    /** A passage with the records that rest on it, or that it speaks against. */
    public record Cited(Passage words, List<Resting> records, long recordsInAll) {

        /** How many more records there are, as people read it. */
        public String further() {
            return Figures.grouped(recordsInAll - records.size());
        }
    }

    /** How many records rest on it, as people read it. */
    public String restingInWords() {
        return Figures.counted(resting, "record", "records");
    }

    /** A record that cites a passage. */
    public record Resting(Named record, Standing standing, boolean isAgainst) {}

    static SourcePage of(Node source, Address address, Edition edition, Catalogue catalogue) {
        Things things = catalogue.things();
        FactMaker facts = new FactMaker(edition, catalogue);
        List<Node> passages = inOrder(things.subjects(Names.IS_QUOTED_FROM, source), things, edition.background());
        Paging paging = Paging.of(passages.size(), PASSAGES, address, "passages");
        return new SourcePage(
                catalogue.name(source),
                source.getURI(),
                Description.of(source, catalogue),
                isHeld(source, things),
                named(things.objects(source, Names.RELIES_ON), catalogue),
                named(
                        things.subjects(Names.RELIES_ON, source).stream()
                                .filter(other -> !things.isA(other, "Evidence"))
                                .toList(),
                        catalogue),
                paging.part(passages).stream()
                        .map(passage -> cited(passage, facts, catalogue))
                        .toList(),
                passages.size(),
                things.count(Names.term("hasRoot"), source),
                paging);
    }

    /** As they follow each other in the facts file, which follows the source. */
    private static List<Node> inOrder(List<Node> passages, Things things, Background background) {
        record Placed(Node passage, Place place, String locator) {}
        return passages.stream()
                .map(passage -> new Placed(
                        passage,
                        background.place(passage.toString()).orElse(Place.wholeFile("")),
                        things.text(passage, Names.LOCATOR).orElse("")))
                .sorted(Comparator.comparing(Placed::place)
                        .thenComparing(Placed::locator)
                        .thenComparing(placed -> placed.passage().toString()))
                .map(Placed::passage)
                .toList();
    }

    private static boolean isHeld(Node source, Things things) {
        return things.text(source, Names.SHA256).isPresent();
    }

    private static List<Named> named(List<Node> found, Catalogue catalogue) {
        return found.stream().map(catalogue::named).toList();
    }

    private static Cited cited(Node passage, FactMaker facts, Catalogue catalogue) {
        List<Resting> shown = Stream.concat(
                        catalogue.first(Names.HAS_EVIDENCE, passage, RECORDS).stream()
                                .map(found -> resting(found, false, catalogue)),
                        catalogue.first(Names.HAS_COUNTER_EVIDENCE, passage, RECORDS).stream()
                                .map(found -> resting(found, true, catalogue)))
                .toList();
        long inAll = catalogue.things().count(Names.HAS_EVIDENCE, passage)
                + catalogue.things().count(Names.HAS_COUNTER_EVIDENCE, passage);
        return new Cited(facts.passage(passage).onThePageOfItsSource(), shown, inAll);
    }

    static Resting resting(Node record, boolean isAgainst, Catalogue catalogue) {
        return new Resting(catalogue.named(record), catalogue.standing(record).orElse(Standing.NONE), isAgainst);
    }
}
