package org.dossier.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dossier.triples.Names;

/** Reads single things out of a dossier's graph, each list in an order that is always the same. */
public final class Things {

    private static final List<Node> NAMES =
            List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), DCTerms.title.asNode(), Names.term("text"));

    private final Graph graph;

    public Things(Graph graph) {
        this.graph = graph;
    }

    public boolean knows(Node thing) {
        return graph.contains(thing, Node.ANY, Node.ANY);
    }

    boolean knows(Node thing, Node property) {
        return graph.contains(thing, property, Node.ANY);
    }

    public boolean isA(Node thing, String className) {
        return types(thing).stream().anyMatch(type -> isBelow(type, Names.term(className)));
    }

    /** A record itself; of a passage the records that rest on it; of anything else nothing. */
    List<Node> recordsOf(Node thing) {
        if (isA(thing, "Record")) {
            return List.of(thing);
        }
        return isA(thing, "Evidence")
                ? Stream.of(Names.HAS_EVIDENCE, Names.HAS_COUNTER_EVIDENCE)
                        .flatMap(property -> subjects(property, thing).stream())
                        .toList()
                : List.of();
    }

    private boolean isBelow(Node type, Node ancestor) {
        return type.equals(ancestor)
                || objects(type, RDFS.subClassOf.asNode()).stream().anyMatch(above -> isBelow(above, ancestor));
    }

    private List<Node> types(Node thing) {
        return objects(thing, RDF.type.asNode());
    }

    public List<Node> objects(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    public List<Node> subjects(Node property, Node object) {
        return graph.find(Node.ANY, property, object).mapWith(Triple::getSubject).toList().stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    public Optional<Node> object(Node subject, Node property) {
        return objects(subject, property).stream().findFirst();
    }

    public Optional<String> text(Node subject, Node property) {
        return object(subject, property).map(Node::getLiteralLexicalForm);
    }

    /** Name of a source that speaks of a thing, for what files list and nobody typed; of a source its own name. */
    Optional<String> listing(Node thing) {
        if (isA(thing, "Source")) {
            return Optional.of(name(thing));
        }
        return graph.find(Node.ANY, Node.ANY, thing).mapWith(Triple::getSubject).toList().stream()
                .flatMap(record -> objects(record, Names.HAS_EVIDENCE).stream())
                .distinct()
                .flatMap(evidence -> objects(evidence, Names.IS_QUOTED_FROM).stream())
                .distinct()
                .map(this::name)
                .min(Comparator.naturalOrder());
    }

    /** Names of the classes that the data gives it, as people read them. */
    public String type(Node thing) {
        return String.join(", ", types(thing).stream().map(this::name).toList());
    }

    /** What to call a thing: its label; a claim as a sentence; else its text; else its id. */
    public String name(Node thing) {
        if (thing.isLiteral()) {
            return thing.getLiteralLexicalForm();
        }
        if (graph.contains(thing, RDF.type.asNode(), Names.CLAIM)) {
            return sentence(thing);
        }
        return NAMES.stream()
                .flatMap(property -> text(thing, property).stream())
                .findFirst()
                .or(() -> measured(thing))
                .orElseGet(() -> Names.localName(thing));
    }

    /** A figure as a sentence: <i>stored data, ICE, Azure: 1400 terabyte (nearly), 2026-01</i>. */
    private Optional<String> measured(Node measurement) {
        return object(measurement, Names.VALUE).map(value -> {
            String what = names(measurement, Stream.of("measures", "isMeasuredFor", "isMeasuredIn"), ", ");
            String unit = objects(measurement, Names.HAS_UNIT).stream()
                    .map(this::name)
                    .collect(Collectors.joining());
            String amount = name(value).replaceFirst("\\.0+$", "") + " " + unit + precision(measurement);
            String when = names(measurement, Stream.of("date", "startDate", "endDate"), " to ");
            return what + ": " + amount + (when.isEmpty() ? "" : ", " + when);
        });
    }

    private String precision(Node measurement) {
        return object(measurement, Names.HAS_PRECISION)
                .filter(found -> !found.equals(Names.kind("as-given")))
                .map(found -> " (" + name(found) + ")")
                .orElse("");
    }

    private String names(Node thing, Stream<String> properties, String between) {
        return properties
                .flatMap(property -> objects(thing, Names.term(property)).stream())
                .map(this::name)
                .collect(Collectors.joining(between));
    }

    private String sentence(Node claim) {
        return String.join(
                " ",
                List.of(RDF.subject, RDF.predicate, RDF.object).stream()
                        .flatMap(part -> object(claim, part.asNode()).stream())
                        .map(this::name)
                        .toList());
    }
}
