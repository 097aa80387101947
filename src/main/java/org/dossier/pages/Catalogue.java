package org.dossier.pages;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dossier.explain.Things;
import org.dossier.triples.Names;
import org.dossier.vocabulary.TermClass;
import org.dossier.vocabulary.Vocabulary;

/** What things are called, and where their pages are. Made anew for each page, since it remembers names. */
final class Catalogue {

    /** The properties that names are values of, the best first. */
    static final List<Node> LABELS = List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), DCTerms.title.asNode());

    private static final List<Node> LINK = List.of(RDF.subject.asNode(), RDF.predicate.asNode(), RDF.object.asNode());

    /** Of a decision about identity. */
    private static final List<Node> DECISION = Stream.of("subject_id", "predicate_id", "object_id")
            .map(name -> NodeFactory.createURI("https://w3id.org/sssom/" + name))
            .toList();

    private static final Node IN_SCHEME = SKOS.inScheme.asNode();

    /** Without a language, then English, then whatever there is. */
    private static final Comparator<Node> LANGUAGE =
            Comparator.<Node>comparingInt(Catalogue::rank).thenComparing(Node::getLiteralLexicalForm);

    /** The ids that a dossier mints; anything else under its base has no page. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");

    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"]+");

    private static final int LONGEST = 240;

    private final Graph graph;
    private final Things things;
    private final Vocabulary vocabulary;
    private final String base;
    private final Map<Node, String> names = new HashMap<>();

    Catalogue(Edition edition) {
        this.graph = edition.data().getDefaultGraph();
        this.things = new Things(graph);
        this.vocabulary = edition.vocabulary();
        this.base = edition.manifest().base();
    }

    Graph graph() {
        return graph;
    }

    Things things() {
        return things;
    }

    /** What to call a thing: its label, a link as a sentence, its text, its words; else its id or whole IRI. */
    String name(Node thing) {
        if (thing.isLiteral()) {
            return thing.getLiteralLexicalForm();
        }
        if (!thing.isURI()) {
            return thing.toString();
        }
        String known = names.get(thing);
        if (known == null) {
            known = Named.shortened(nameOf(thing), LONGEST);
            names.put(thing, known);
        }
        return known;
    }

    private String nameOf(Node thing) {
        return label(thing)
                .or(() -> sentence(thing, LINK))
                .or(() -> things.text(thing, Names.term("text")))
                .or(() -> things.text(thing, Names.QUOTE).map(quote -> "“" + quote + "”"))
                .or(() -> measured(thing))
                .or(() -> sentence(thing, DECISION))
                .orElseGet(
                        () -> id(thing).or(() -> conceptName(thing)).orElseGet(() -> OutsideNames.of(thing.getURI())));
    }

    /** A figure with its value: <i>Stored data of ICE in Azure: nearly 1,400 TB (2026-01)</i>. */
    private Optional<String> measured(Node measurement) {
        return measure(measurement)
                .map(what -> what
                        + amount(measurement).map(amount -> ": " + amount).orElse("")
                        + date(measurement).map(date -> " (" + date + ")").orElse(""));
    }

    /** What a figure is of, without its value; nothing for what is no figure. */
    Optional<String> measure(Node measurement) {
        return things.object(measurement, Names.term("measures"))
                .map(quantity -> FactMaker.capital(name(quantity))
                        + joined(measurement, "isMeasuredFor", " of ")
                        + joined(measurement, "isMeasuredIn", " in "));
    }

    private String joined(Node thing, String property, String before) {
        return things.objects(thing, Names.term(property)).stream()
                .map(this::name)
                .reduce((one, other) -> one + " and " + other)
                .map(names -> before + names)
                .orElse("");
    }

    /** The value of a record in words. */
    Optional<String> amount(Node about) {
        return things.object(about, Names.VALUE)
                .filter(Node::isLiteral)
                .map(value -> Amounts.words(
                        things.object(about, Names.HAS_PRECISION).orElse(null),
                        value,
                        things.object(about, Names.HAS_UNIT).orElse(null),
                        this))
                .or(() -> things.text(about, Names.term("obligatedAmount")).map(Amounts::dollars))
                .or(() -> things.text(about, Names.term("totalObligated")).map(Amounts::dollars));
    }

    /** A day, a month, a year, or from when to when. */
    Optional<String> date(Node about) {
        return things.text(about, Names.term("date")).or(() -> span(about));
    }

    private Optional<String> span(Node about) {
        Optional<String> start = things.text(about, Names.term("startDate"));
        Optional<String> end = things.text(about, Names.term("endDate"));
        if (start.isPresent() && end.isPresent()) {
            return Optional.of(start.get() + " to " + end.get());
        }
        return start.map(day -> "from " + day).or(() -> end.map(day -> "until " + day));
    }

    private static Optional<String> conceptName(Node thing) {
        return Stream.of(Names.KINDS, Names.TERMS, Names.GRAPHS).anyMatch(thing.getURI()::startsWith)
                ? Optional.of(Names.localName(thing))
                : Optional.empty();
    }

    private Optional<String> sentence(Node claim, List<Node> properties) {
        List<String> parts = properties.stream()
                .flatMap(part -> things.object(claim, part).stream())
                .filter(part -> !part.equals(claim))
                .map(part -> label(part).or(() -> id(part)).orElseGet(() -> OutsideNames.of(part.toString())))
                .toList();
        return parts.size() == properties.size() ? Optional.of(String.join(" ", parts)) : Optional.empty();
    }

    Optional<String> label(Node thing) {
        return LABELS.stream()
                .flatMap(property -> graph.find(thing, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                        .filter(Node::isLiteral)
                        .min(LANGUAGE)
                        .stream())
                .map(Node::getLiteralLexicalForm)
                .filter(label -> !label.isBlank())
                .findFirst();
    }

    private static int rank(Node label) {
        String language = label.getLiteralLanguage();
        if (language.isEmpty()) {
            return 0;
        }
        return language.startsWith("en") ? 1 : 2;
    }

    /** The name with a link to its page. */
    Named named(Node thing) {
        if (!thing.isURI()) {
            return Named.plain(name(thing));
        }
        Optional<String> page = page(thing);
        if (page.isPresent()) {
            return Named.inside(name(thing), page.get());
        }
        boolean isLive = WEB.matcher(thing.getURI()).matches();
        return new Named(name(thing), isLive ? thing.getURI() : null, isLive);
    }

    /** A web address in a literal as a link; anything else as text. */
    static Named address(String text) {
        boolean isLive = WEB.matcher(text).matches();
        return new Named(text, isLive ? text : null, isLive);
    }

    /** Where this site tells of a thing. */
    private Optional<String> page(Node thing) {
        String iri = thing.getURI();
        if (iri.startsWith(Names.TERMS)) {
            return Optional.of("/vocabulary#" + Address.encoded(iri.substring(Names.TERMS.length())));
        }
        if (iri.startsWith(Names.GRAPHS)) {
            return Optional.of("/doc/graph/" + Address.encoded(iri.substring(Names.GRAPHS.length())));
        }
        if (isConcept(thing)) {
            return Optional.of("/doc/kind/" + Address.encoded(Names.localName(thing)));
        }
        return id(thing).map(id -> "/doc/" + id);
    }

    private boolean isConcept(Node thing) {
        return graph.contains(thing, RDF.type.asNode(), SKOS.Concept.asNode())
                || graph.contains(thing, RDF.type.asNode(), SKOS.ConceptScheme.asNode());
    }

    /** The concept or taxonomy of this name; a dossier may have kinds under a namespace of its own. */
    Optional<Node> concept(String name) {
        Node usual = Names.kind(name);
        if (isConcept(usual)) {
            return Optional.of(usual);
        }
        return graph.find(Node.ANY, RDF.type.asNode(), SKOS.Concept.asNode())
                .mapWith(Triple::getSubject)
                .filterKeep(
                        concept -> concept.isURI() && Names.localName(concept).equals(name))
                .nextOptional();
    }

    /** All things of a class. */
    List<Node> ofClass(String name) {
        return graph.find(Node.ANY, RDF.type.asNode(), Names.term(name))
                .mapWith(Triple::getSubject)
                .toList();
    }

    /** The label of a class as the title of a list. */
    String plural(String className) {
        if (className.equals("Evidence")) {
            return "Passages";
        }
        String title = FactMaker.capital(
                vocabulary.classFor(className).map(TermClass::label).orElse(className));
        return title.endsWith("y") ? title.substring(0, title.length() - 1) + "ies" : title + "s";
    }

    /** What people hold a thing to be that a file lists under a name of its own. */
    Optional<Node> heldToBe(Node thing) {
        return things.object(thing, Names.term("isRegistrationOf"));
    }

    /** The first few of many things with a property, in order. */
    List<Node> first(Node property, Node value, int most) {
        TreeSet<Node> first = new TreeSet<>(Comparator.comparing(Node::toString));
        graph.find(Node.ANY, property, value).mapWith(Triple::getSubject).forEachRemaining(thing -> {
            first.add(thing);
            if (first.size() > most) {
                first.pollLast();
            }
        });
        return List.copyOf(first);
    }

    /** How many triples name a thing. */
    long mentions(Node thing) {
        return Iter.count(graph.find(Node.ANY, Node.ANY, thing));
    }

    /** How many links of a thing are claimed. */
    long claims(Node thing) {
        return things.count(RDF.subject.asNode(), thing) + things.count(RDF.object.asNode(), thing);
    }

    /** The paths of the pages of all things, in order. */
    Stream<String> pages() {
        Set<String> pages = new TreeSet<>();
        graph.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .forEachRemaining(thing ->
                        page(thing).filter(page -> page.startsWith("/doc/")).ifPresent(pages::add));
        return pages.stream();
    }

    /** What stands behind the base of the dossier; nothing for things of others. */
    Optional<String> id(Node thing) {
        return Optional.of(thing.toString())
                .filter(iri -> thing.isURI() && iri.startsWith(base))
                .map(iri -> iri.substring(base.length()))
                .filter(id -> ID.matcher(id).matches());
    }

    /** Whether a concept belongs to a taxonomy of the program, such as {@code standing}. */
    boolean isIn(Node concept, String scheme) {
        return concept.isURI() && graph.contains(concept, IN_SCHEME, Names.kind(scheme));
    }

    /** The badge for a concept of standing. */
    Standing badge(Node standing) {
        return new Standing(
                Names.localName(standing),
                name(standing),
                things.text(standing, SKOS.definition.asNode()).orElse(""));
    }

    /** How a record stands; nothing for what has no standing. */
    Optional<Standing> standing(Node record) {
        return things.object(record, Names.HAS_STANDING).map(this::badge);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }
}
