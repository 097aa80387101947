package org.dossier.explain.factcheck;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dossier.claim.PartialDate;
import org.dossier.explain.Background;
import org.dossier.explain.Things;
import org.dossier.triples.Names;

/** The records of a dossier as far as drafts can be held against them. */
final class OnFile {

    private final Graph graph;
    private final Things things;
    private final Background background;
    private final List<FiledRecord> records;

    OnFile(Graph graph, Things things, Background background) {
        this.graph = graph;
        this.things = things;
        this.background = background;
        this.records = graph.find(Node.ANY, Names.HAS_STANDING, Node.ANY).mapWith(Triple::getSubject).toList().stream()
                .filter(record -> !record.isURI() || !things.isA(record, "Claim"))
                .distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .map(this::read)
                .toList();
    }

    /** All records but claims. */
    List<FiledRecord> records() {
        return records;
    }

    private FiledRecord read(Node record) {
        Optional<Node> value = things.object(record, Names.VALUE);
        String precision =
                things.object(record, Names.HAS_PRECISION).map(Names::localName).orElse("as-given");
        return new FiledRecord(
                record,
                thingsIn(record),
                value.map(number -> new Reach(new BigDecimal(number.getLiteralLexicalForm()), precision))
                        .orElse(null),
                things.object(record, Names.HAS_UNIT).map(Names::localName).orElse(null),
                dates(record),
                words(record),
                Rank.in(texts(record)),
                told(record));
    }

    private Set<Node> thingsIn(Node record) {
        return graph.find(record, Node.ANY, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .filter(object -> object.isURI() && (things.isA(object, "Actor") || things.isA(object, "Technology")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<PartialDate> dates(Node record) {
        return Stream.of("date", "startDate", "endDate")
                .flatMap(property -> things.objects(record, Names.term(property)).stream())
                .flatMap(date -> PartialDate.parse(date.getLiteralLexicalForm()).stream())
                .sorted()
                .toList();
    }

    /** Quotes, names and text, parted so that no phrase runs from one into the next. */
    private String texts(Node record) {
        Stream<String> quotes = things.objects(record, Names.HAS_EVIDENCE).stream()
                .flatMap(evidence -> things.text(evidence, Names.QUOTE).stream());
        Stream<String> texts = Stream.concat(
                Stream.of(things.name(record), things.type(record)), things.text(record, Names.term("text")).stream());
        return Stream.concat(quotes, texts).collect(Collectors.joining(". "));
    }

    private Set<String> words(Node record) {
        Set<String> words = new HashSet<>(Words.of(texts(record)));
        thingsIn(record).stream()
                .filter(thing -> !things.isA(thing, "Group"))
                .forEach(thing -> words.removeAll(Words.of(things.name(thing))));
        return words;
    }

    /** What is on file, with its standing and place. */
    String told(Node record) {
        String amount = things.object(record, Names.VALUE)
                .filter(value -> !things.isA(record, "Measurement"))
                .map(value -> ", " + amount(record, value))
                .orElse("");
        String name = things.name(record).replaceFirst("[.]$", "");
        String when = dates(record).stream().map(PartialDate::text).collect(Collectors.joining(" to "));
        String date = when.isEmpty() || name.contains(when) ? "" : ", " + when;
        String standing =
                things.object(record, Names.HAS_STANDING).map(things::name).orElse("without standing");
        long roots = things.text(record, Names.term("independentRoots"))
                .map(Long::valueOf)
                .orElse(0L);
        String place = background
                .place(record.getURI())
                .map(found -> " [" + found + "]")
                .orElse("");
        return name + amount + date + " (" + standing + ", " + roots + (roots == 1 ? " root)" : " roots)") + place;
    }

    private String amount(Node record, Node value) {
        String unit = things.object(record, Names.HAS_UNIT).map(things::name).orElse("");
        String precision = things.object(record, Names.HAS_PRECISION)
                .filter(found -> !found.equals(Names.kind("as-given")))
                .map(found -> " (" + things.name(found) + ")")
                .orElse("");
        return new BigDecimal(value.getLiteralLexicalForm())
                        .stripTrailingZeros()
                        .toPlainString() + " " + unit + precision;
    }

    /** The claims of a link, whatever their subject or object when that is left open. */
    List<Node> claims(Node subject, Node property, Node object) {
        return graph.find(Node.ANY, RDF.predicate.asNode(), property).mapWith(Triple::getSubject).toList().stream()
                .filter(claim -> (subject.equals(Node.ANY) || graph.contains(claim, RDF.subject.asNode(), subject))
                        && (object.equals(Node.ANY) || graph.contains(claim, RDF.object.asNode(), object)))
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    /** Whether a claim asserts its link. */
    boolean stands(Node claim) {
        return things.object(claim, RDF.subject.asNode())
                .filter(subject -> graph.contains(
                        subject,
                        things.object(claim, RDF.predicate.asNode()).orElse(Node.ANY),
                        things.object(claim, RDF.object.asNode()).orElse(Node.ANY)))
                .isPresent();
    }

    boolean isA(Node thing, String className) {
        return things.isA(thing, className);
    }
}
