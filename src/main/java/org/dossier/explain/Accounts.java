package org.dossier.explain;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.dossier.explain.Account.Root;
import org.dossier.explain.Account.Voice;
import org.dossier.explain.Account.Words;
import org.dossier.problem.Place;
import org.dossier.triples.Names;
import org.jspecify.annotations.Nullable;

/** Walks back from records to the words that they rest on. */
final class Accounts {

    private final Things things;
    private final Background background;

    Accounts(Graph graph, Background background) {
        this.things = new Things(graph);
        this.background = background;
    }

    Account of(Node record) {
        Optional<Node> standing = things.object(record, Names.HAS_STANDING);
        return new Account(
                record.getURI(),
                called(record),
                things.type(record),
                standing.map(things::name).orElse("without standing"),
                standing.flatMap(found -> things.text(found, SKOS.definition.asNode()))
                        .orElse(""),
                standing.flatMap(found -> background.rule(Names.localName(found)))
                        .orElse(null),
                things.text(record, Names.term("independentRoots"))
                        .map(Long::valueOf)
                        .orElse(0L),
                things.objects(record, Names.term("hasRoot")).stream()
                        .map(this::root)
                        .toList(),
                words(record, Names.HAS_EVIDENCE),
                words(record, Names.HAS_COUNTER_EVIDENCE),
                voices("affirms", record),
                voices("denies", record),
                names(record, Names.term("isDerivedFrom")),
                place(record),
                background.place(record.getURI()).flatMap(background::commit).orElse(null));
    }

    /** A statement is nothing without who said it. */
    private String called(Node record) {
        return things.object(record, Names.term("isAttributedTo"))
                .filter(speaker -> things.isA(record, "Statement"))
                .map(speaker -> things.name(speaker) + ": " + things.name(record))
                .orElseGet(() -> things.name(record));
    }

    private Root root(Node source) {
        boolean isHeld =
                things.text(source, Names.term("isHeld")).filter("true"::equals).isPresent();
        return new Root(things.name(source), isHeld);
    }

    private List<Words> words(Node record, Node property) {
        return things.objects(record, property).stream().map(this::words).toList();
    }

    private Words words(Node evidence) {
        return new Words(
                things.text(evidence, Names.QUOTE).orElse(""),
                things.object(evidence, Names.QUOTE_GRADE).map(things::name).orElse("unchecked"),
                things.object(evidence, Names.IS_QUOTED_FROM).map(things::name).orElse(""),
                things.text(evidence, Names.LOCATOR).orElse(null),
                things.text(evidence, Names.HEDGE).orElse(null),
                names(evidence, Names.RELIES_ON),
                names(evidence, Names.IS_ASSERTED_BY),
                place(evidence),
                background.context(evidence.getURI()).orElse(null));
    }

    private List<Voice> voices(String property, Node record) {
        return things.subjects(Names.term(property), record).stream()
                .map(this::voice)
                .toList();
    }

    private Voice voice(Node statement) {
        return new Voice(
                things.name(statement),
                things.object(statement, Names.term("isAttributedTo"))
                        .map(things::name)
                        .orElse("the source"),
                things.text(statement, Names.term("date")).orElse(null),
                things.subjects(Names.term("clarifies"), statement).stream()
                        .map(things::name)
                        .toList(),
                !things.subjects(Names.term("retracts"), statement).isEmpty());
    }

    private List<String> names(Node thing, Node property) {
        return things.objects(thing, property).stream().map(things::name).toList();
    }

    private @Nullable String place(Node thing) {
        return background.place(thing.getURI()).map(Place::toString).orElse(null);
    }

    /** The claim of a link, where there is one. */
    Optional<Node> claimOf(Node subject, Node predicate, Node object) {
        return things.subjects(RDF.subject.asNode(), subject).stream()
                .filter(claim -> things.objects(claim, RDF.predicate.asNode()).contains(predicate)
                        && things.objects(claim, RDF.object.asNode()).contains(object))
                .findFirst();
    }
}
