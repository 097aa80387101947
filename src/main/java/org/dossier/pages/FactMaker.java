package org.dossier.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.dossier.explain.Background;
import org.dossier.explain.Things;
import org.dossier.problem.Place;
import org.dossier.triples.Names;

/** Gathers what stands beside a record: its words, its standing, and whoever speaks for or against it. */
final class FactMaker {

    static final String DENIES = "denies this";
    static final String AFFIRMS = "affirms this";

    /** More than this would hide the facts behind their evidence; the record's own page has all of it. */
    private static final int WORDS = 3;

    /** Names a record's subject so that nobody need be told how. */
    private static final Set<Node> USUAL =
            Set.of(Names.term("isAbout"), Names.term("isMeasuredFor"), Names.term("isMeasuredIn"));

    private static final List<String> CHECKED = List.of("exact", "typographic");

    private final Catalogue catalogue;
    private final Things things;
    private final Background background;

    FactMaker(Edition edition, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.things = catalogue.things();
        this.background = edition.background();
    }

    /** A claim as the page of its subject tells it, under a heading that says the link. */
    Fact ofSubject(Node claim) {
        return fact(claim, end(claim, RDF.object.asNode()), "");
    }

    /** A claim as the page of its object tells it, under a heading that says the link. */
    Fact ofObject(Node claim) {
        return fact(claim, end(claim, RDF.subject.asNode()), "");
    }

    /** Another record, as the page of somebody that it names tells it; a figure without its value, which stands below. */
    Fact ofRecord(Node record, Node property) {
        Named named = catalogue.named(record);
        String name =
                catalogue.label(record).or(() -> catalogue.measure(record)).orElse(named.text());
        String role = USUAL.contains(property) ? "" : catalogue.name(property);
        return fact(record, new Named(name, named.href(), named.isOutside()), role);
    }

    /** The name of the property that a claim makes. */
    String link(Node claim) {
        return things.object(claim, RDF.predicate.asNode()).map(catalogue::name).orElse("");
    }

    private Named end(Node claim, Node property) {
        return things.object(claim, property).map(catalogue::named).orElseGet(() -> catalogue.named(claim));
    }

    private Fact fact(Node record, Named what, String role) {
        List<Passage> all = passages(record);
        List<Passage> words = quoted(all);
        return new Fact(
                what,
                role,
                catalogue.name(record),
                catalogue.amount(record).orElse(null),
                catalogue.date(record).orElse(null),
                catalogue.standing(record).orElse(null),
                catalogue.named(record).href(),
                Passage.together(words.stream().limit(WORDS).toList()),
                Math.max(0, words.size() - WORDS),
                Listing.of(all),
                against(record),
                voices(record));
    }

    /** The words that bear a record out. */
    List<Passage> words(Node record) {
        return quoted(passages(record));
    }

    /** The files that list it without words. */
    List<Listing> listings(Node record) {
        return Listing.of(passages(record));
    }

    private List<Passage> passages(Node record) {
        return things.objects(record, Names.HAS_EVIDENCE).stream()
                .map(this::passage)
                .toList();
    }

    private static List<Passage> quoted(List<Passage> passages) {
        return passages.stream().filter(passage -> !Listing.isListing(passage)).toList();
    }

    List<Passage> against(Node record) {
        return things.objects(record, Names.HAS_COUNTER_EVIDENCE).stream()
                .map(this::passage)
                .toList();
    }

    Passage passage(Node evidence) {
        Optional<Node> grade = things.object(evidence, Names.QUOTE_GRADE);
        return new Passage(
                things.text(evidence, Names.QUOTE).orElse(""),
                List.of(),
                things.object(evidence, Names.IS_QUOTED_FROM)
                        .map(catalogue::named)
                        .orElse(null),
                things.text(evidence, Names.LOCATOR).orElse(null),
                grade.map(catalogue::name).orElse("unchecked"),
                grade.map(Names::localName).filter(CHECKED::contains).isPresent(),
                things.text(evidence, Names.HEDGE).orElse(null),
                named(evidence, Names.RELIES_ON),
                named(evidence, Names.IS_ASSERTED_BY),
                background.context(evidence.toString()).orElse(null),
                background.place(evidence.toString()).map(Place::toString).orElse(null),
                catalogue.named(evidence).href());
    }

    private List<Named> named(Node thing, Node property) {
        return things.objects(thing, property).stream().map(catalogue::named).toList();
    }

    List<Voice> voices(Node record) {
        return Stream.concat(voices(record, "denies", DENIES), voices(record, "affirms", AFFIRMS))
                .toList();
    }

    private Stream<Voice> voices(Node record, String property, String verb) {
        return things.subjects(Names.term(property), record).stream().map(statement -> voice(statement, verb));
    }

    private Voice voice(Node statement, String verb) {
        return new Voice(
                verb,
                catalogue.named(statement),
                things.object(statement, Names.term("isAttributedTo"))
                        .map(catalogue::named)
                        .orElse(null),
                catalogue.date(statement).orElse(null),
                things.subjects(Names.term("clarifies"), statement).stream()
                        .map(catalogue::named)
                        .toList(),
                !things.subjects(Names.term("retracts"), statement).isEmpty());
    }

    /** The same as text that sorts: things without a date come last. */
    String dateKey(Node record) {
        return things.text(record, Names.term("date"))
                .or(() -> things.text(record, Names.term("startDate")))
                .or(() -> things.text(record, Names.term("endDate")))
                .orElse("~");
    }

    private static final Set<String> ABBREVIATIONS = Set.of("cage", "cgac", "cik", "lei", "uei");

    /** With a capital at its beginning; an abbreviation there in capitals. */
    static String capital(String words) {
        if (words.equals("sha256")) {
            return "SHA-256";
        }
        String first = words.split(" ", 2)[0];
        int capitals = ABBREVIATIONS.contains(first) ? first.length() : Math.min(1, words.length());
        return words.substring(0, capitals).toUpperCase(Locale.ROOT) + words.substring(capitals);
    }
}
