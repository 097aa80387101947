package org.dossier.validate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.dossier.triples.Names;

/**
 * The ontology, and of all other triples one of each sort, with the classes of its ends. Two triples are of one sort when
 * they have the same property, when their subjects have the same classes, and so their objects; for literals the
 * datatype counts, for dates and addresses also the text. A million triples are of a few thousand sorts, so that shapes
 * which look at one triple at a time need not look at them all.
 */
final class TripleSamples {

    private static final Node ADDRESS_TYPE = XSD.anyURI.asNode();

    /** Forms of values in which the text decides whether they are right. */
    private static final Set<String> TELLING_FORMS = Set.of("date", "address");

    private final Graph everything;
    private final Map<Node, Set<Node>> classes = new HashMap<>();
    private final Set<Node> tellingProperties;
    private final Set<Sort> seen = new HashSet<>();
    private final Graph samples = GraphMemFactory.createGraphMem2();

    /** @param object a node that stands for itself, or the classes of the object, or its datatype */
    private record Sort(Set<Node> subject, Node predicate, Object object) {}

    private TripleSamples(Graph everything) {
        this.everything = everything;
        this.tellingProperties = Stream.concat(
                        everything.stream(Node.ANY, Names.HAS_VALUE_FORM, Node.ANY)
                                .filter(form ->
                                        TELLING_FORMS.contains(form.getObject().getLiteralLexicalForm())),
                        everything.stream(Node.ANY, RDFS.range.asNode(), ADDRESS_TYPE))
                .map(Triple::getSubject)
                .collect(Collectors.toSet());
    }

    static Graph of(Graph everything) {
        TripleSamples samples = new TripleSamples(everything);
        samples.readClasses();
        everything.find().forEach(samples::look);
        return samples.samples;
    }

    private void readClasses() {
        Map<Set<Node>, Set<Node>> shared = new HashMap<>();
        everything.find(Node.ANY, RDF.type.asNode(), Node.ANY).forEach(type -> {
            Set<Node> with = new HashSet<>(classesOf(type.getSubject()));
            with.add(type.getObject());
            classes.put(type.getSubject(), shared.computeIfAbsent(with, Set::copyOf));
        });
    }

    private Set<Node> classesOf(Node thing) {
        return classes.getOrDefault(thing, Set.of());
    }

    /** Whether it is part of a vocabulary: whatever has a class that no dossier's things have. */
    private boolean isTerm(Node thing) {
        return classesOf(thing).stream()
                .anyMatch(type -> !type.isURI() || !type.getURI().startsWith(Names.TERMS));
    }

    private void look(Triple triple) {
        if (isTerm(triple.getSubject()) || seen.add(sort(triple))) {
            samples.add(triple);
            addClasses(triple.getSubject());
            addClasses(triple.getObject());
        }
    }

    private Sort sort(Triple triple) {
        return new Sort(classesOf(triple.getSubject()), triple.getPredicate(), sortOfObject(triple));
    }

    private Object sortOfObject(Triple triple) {
        Node object = triple.getObject();
        if (triple.predicateMatches(RDF.type.asNode())
                || tellingProperties.contains(triple.getPredicate())
                || isTerm(object)) {
            return object;
        }
        return object.isLiteral() ? NodeFactory.createURI(object.getLiteralDatatypeURI()) : classesOf(object);
    }

    private void addClasses(Node thing) {
        classesOf(thing).forEach(type -> samples.add(thing, RDF.type.asNode(), type));
    }
}
