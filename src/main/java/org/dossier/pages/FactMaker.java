package org.dossier.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.dossier.explain.Background;
import org.dossier.explain.Things;
import org.dossier.problem.Place;
import org.dossier.triples.Names;
import org.jspecify.annotations.Nullable;

/** Gathers what stands beside a record: its words, its standing, and whoever speaks for or against it. */
final class FactMaker {

    static final String DENIES = "denies this";
    static final String AFFIRMS = "affirms this";

    /** More than this would hide the facts behind their evidence; the record's own page has all of it. */
    private static final int WORDS = 3;

    private static final List<String> CHECKED = List.of("exact", "typographic");

    private final Catalogue catalogue;
    private final Things things;
    private final Background background;

    FactMaker(Edition edition, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.things = catalogue.things();
        this.background = edition.background();
    }

    /** A claim as the page of its subject tells it. */
    Fact ofSubject(Node claim) {
        return fact(claim, null, link(claim), end(claim, RDF.object.asNode()));
    }

    /** A claim as the page of its object tells it. */
    Fact ofObject(Node claim) {
        return fact(claim, end(claim, RDF.subject.asNode()), link(claim), end(claim, RDF.object.asNode()));
    }

    /** Another record, as the page of somebody that it names tells it. */
    Fact ofRecord(Node record, String role) {
        return fact(record, catalogue.named(record), "– " + role, null);
    }

    /** The name of the property that a claim makes. */
    String link(Node claim) {
        return things.object(claim, RDF.predicate.asNode()).map(catalogue::name).orElse("");
    }

    private @Nullable Named end(Node claim, Node property) {
        return things.object(claim, property).map(catalogue::named).orElse(null);
    }

    private Fact fact(Node record, @Nullable Named before, String link, @Nullable Named value) {
        List<Node> evidence = things.objects(record, Names.HAS_EVIDENCE);
        return new Fact(
                before,
                link,
                value,
                amount(record).orElse(null),
                date(record).orElse(null),
                catalogue.standing(record).orElse(null),
                catalogue.named(record).href(),
                evidence.stream().limit(WORDS).map(this::passage).toList(),
                Math.max(0, evidence.size() - WORDS),
                against(record),
                voices(record));
    }

    List<Passage> words(Node record) {
        return things.objects(record, Names.HAS_EVIDENCE).stream()
                .map(this::passage)
                .toList();
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
                date(statement).orElse(null),
                things.subjects(Names.term("clarifies"), statement).stream()
                        .map(catalogue::named)
                        .toList(),
                !things.subjects(Names.term("retracts"), statement).isEmpty());
    }

    /** The value of a record in words. */
    Optional<String> amount(Node record) {
        return things.object(record, Names.VALUE)
                .filter(Node::isLiteral)
                .map(value -> Amounts.words(
                        things.object(record, Names.HAS_PRECISION).orElse(null),
                        value,
                        things.object(record, Names.HAS_UNIT).orElse(null),
                        catalogue))
                .or(() -> things.text(record, Names.term("obligatedAmount")).map(Amounts::dollars))
                .or(() -> things.text(record, Names.term("totalObligated")).map(Amounts::dollars));
    }

    /** A day, a month, a year, or from when to when. */
    Optional<String> date(Node record) {
        return things.text(record, Names.term("date")).or(() -> span(record));
    }

    private Optional<String> span(Node record) {
        Optional<String> start = things.text(record, Names.term("startDate"));
        Optional<String> end = things.text(record, Names.term("endDate"));
        if (start.isPresent() && end.isPresent()) {
            return Optional.of(start.get() + " to " + end.get());
        }
        return start.map(day -> "from " + day).or(() -> end.map(day -> "until " + day));
    }

    /** The same as text that sorts: things without a date come last. */
    String dateKey(Node record) {
        return things.text(record, Names.term("date"))
                .or(() -> things.text(record, Names.term("startDate")))
                .or(() -> things.text(record, Names.term("endDate")))
                .orElse("~");
    }

    /** With a capital at its beginning. */
    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
