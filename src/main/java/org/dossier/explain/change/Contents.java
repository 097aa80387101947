package org.dossier.explain.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dossier.explain.Things;
import org.dossier.explain.change.Difference.Item;
import org.dossier.explain.change.Difference.Unchecked;
import org.dossier.triples.Names;

/** What a version says, thing by thing. */
final class Contents {

    /** Computed from the rest: where they differ, something else does, or the standing is told. */
    private static final Set<Node> NOT_SAID = Set.of(
            Names.HAS_STANDING,
            Names.term("hasRoot"),
            Names.term("independentRoots"),
            Names.term("isHeld"),
            Names.SHA256);

    private final Version version;
    private final Things things;
    private final Set<String> ids;

    Contents(Version version) {
        this.version = version;
        this.things = new Things(version.data().getDefaultGraph());
        this.ids = findIds();
    }

    /** @param candidates ids that alone are looked at, where the version has them */
    Contents(Version version, Set<String> candidates) {
        this.version = version;
        this.things = new Things(version.data().getDefaultGraph());
        this.ids = new TreeSet<>(candidates);
        ids.removeIf(id -> !isTold(node(id)));
    }

    private boolean isTold(Node thing) {
        List<Node> types = things.objects(thing, RDF.type.asNode());
        return !types.isEmpty() && !types.contains(Names.EVIDENCE);
    }

    /** Ids of all records, entities and sources; passages are told with the records that rest on them. */
    Set<String> ids() {
        return ids;
    }

    private Set<String> findIds() {
        Set<String> found = new TreeSet<>();
        version.data()
                .getDefaultGraph()
                .find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .mapWith(Triple::getSubject)
                .filterKeep(thing -> thing.isURI() && thing.getURI().startsWith(version.base()))
                .filterDrop(thing -> things.objects(thing, RDF.type.asNode()).contains(Names.EVIDENCE))
                .forEachRemaining(thing ->
                        found.add(thing.getURI().substring(version.base().length())));
        return found;
    }

    private Node node(String id) {
        return NodeFactory.createURI(version.base() + id);
    }

    Optional<String> standing(String id) {
        return things.object(node(id), Names.HAS_STANDING).map(things::name);
    }

    Item item(String id) {
        Node thing = node(id);
        return new Item(
                about(thing),
                id,
                things.type(thing),
                things.name(thing),
                standing(id).orElse(null),
                things.objects(thing, Names.HAS_EVIDENCE).size());
    }

    private String about(Node thing) {
        Stream<Node> subject = things.objects(thing, RDF.subject.asNode()).stream();
        Stream<Node> linked =
                version
                        .data()
                        .getDefaultGraph()
                        .find(thing, Node.ANY, Node.ANY)
                        .mapWith(Triple::getObject)
                        .toList()
                        .stream()
                        .filter(object -> things.isA(object, "Actor") || things.isA(object, "Technology"));
        Optional<String> first = subject.findFirst()
                .map(things::name)
                .or(() -> linked.map(things::name).sorted().findFirst());
        return first.orElseGet(() -> things.name(thing));
    }

    /** Property and value of everything that is said of a thing, in words; a passage is its quote. */
    List<String> said(String id) {
        List<String> said = new ArrayList<>();
        version.data()
                .getDefaultGraph()
                .find(node(id), Node.ANY, Node.ANY)
                .filterDrop(triple -> NOT_SAID.contains(triple.getPredicate()) || isClaimed(triple))
                .forEachRemaining(
                        triple -> said.add(things.name(triple.getPredicate()) + ": " + value(triple.getObject())));
        return said.stream().sorted().distinct().toList();
    }

    /** A link that a claim makes is told with the claim. */
    private boolean isClaimed(Triple triple) {
        return things.objects(triple.getPredicate(), Names.NEEDS_CLAIM).stream()
                .anyMatch(flag -> flag.getLiteralLexicalForm().equals("true"));
    }

    private String value(Node object) {
        Optional<String> quote = things.text(object, Names.QUOTE);
        return quote.map(words -> "“" + words + "”" + source(object)).orElseGet(() -> things.name(object));
    }

    private String source(Node evidence) {
        return things.object(evidence, Names.IS_QUOTED_FROM)
                .map(source -> ", " + things.name(source))
                .orElse("");
    }

    Set<Unchecked> unchecked() {
        return passages(things.subjects(Names.QUOTE_GRADE, Names.kind("unchecked")));
    }

    Set<Unchecked> passages() {
        return passages(things.subjects(RDF.type.asNode(), Names.EVIDENCE));
    }

    private Set<Unchecked> passages(List<Node> evidence) {
        return Set.copyOf(evidence.stream()
                .map(passage -> new Unchecked(
                        things.object(passage, Names.IS_QUOTED_FROM)
                                .map(things::name)
                                .orElse(""),
                        things.text(passage, Names.QUOTE).orElse("")))
                .toList());
    }
}
