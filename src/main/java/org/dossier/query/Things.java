package org.dossier.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dossier.problem.DidYouMean;
import org.dossier.triples.Names;
import org.dossier.vocabulary.Vocabulary;

/** Finds the things of a graph by what people call them: an id, an IRI or a label. */
final class Things {

    private static final List<Node> LABELS =
            List.of(RDFS.label.asNode(), SKOS.altLabel.asNode(), SKOS.prefLabel.asNode());

    private final Graph graph;
    private final Vocabulary vocabulary;
    private final String base;

    Things(Graph graph, Vocabulary vocabulary, String base) {
        this.graph = graph;
        this.vocabulary = vocabulary;
        this.base = base;
    }

    /** What has this id ({@code ice} or {@code id:ice}) or this IRI. */
    Optional<Node> withId(String typed) {
        String name = typed.startsWith("<") && typed.endsWith(">") ? typed.substring(1, typed.length() - 1) : typed;
        Stream<String> iris = Stream.of(name, base + name, base + name.replaceFirst("^id:", ""));
        return iris.map(NodeFactory::createURI).filter(this::exists).findFirst();
    }

    private boolean exists(Node iri) {
        return graph.contains(iri, Node.ANY, Node.ANY);
    }

    /** What has this label or other name, whatever the case of its letters. */
    List<Node> called(String label, Predicate<Node> wanted) {
        return LABELS.stream()
                .flatMap(property -> graph.find(Node.ANY, property, Node.ANY).toList().stream())
                .filter(triple -> triple.getObject().isLiteral()
                        && triple.getObject().getLiteralLexicalForm().equalsIgnoreCase(label))
                .map(triple -> triple.getSubject())
                .filter(wanted)
                .distinct()
                .toList();
    }

    /** Whether it is a thing of the class or of one below it. */
    boolean isA(Node thing, String className) {
        return classes(thing).stream().anyMatch(found -> vocabulary.isA(found, className));
    }

    /** Local names of its classes, in order. */
    List<String> classes(Node thing) {
        return graph.find(thing, RDF.type.asNode(), Node.ANY).toList().stream()
                .map(triple -> triple.getObject())
                .filter(Node::isURI)
                .map(Names::localName)
                .sorted()
                .toList();
    }

    /** Whether the dossier gave it its id. */
    boolean isOurs(Node thing) {
        return thing.isURI() && thing.getURI().startsWith(base);
    }

    /** The id or label that somebody most probably meant; an id, where both are near. */
    Optional<String> like(String typed, Predicate<Node> wanted) {
        Set<String> ids = new TreeSet<>();
        Set<String> labels = new TreeSet<>();
        graph.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .mapWith(triple -> triple.getSubject())
                .filterKeep(this::isOurs)
                .filterKeep(wanted)
                .toList()
                .forEach(thing -> {
                    ids.add(id(thing));
                    labels(thing).forEach(labels::add);
                });
        return DidYouMean.among(ids, typed).or(() -> DidYouMean.among(labels, typed));
    }

    private Stream<String> labels(Node thing) {
        return LABELS.stream()
                .flatMap(property -> graph.find(thing, property, Node.ANY).toList().stream())
                .map(triple -> triple.getObject())
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm);
    }

    /** What stands behind the base. */
    String id(Node thing) {
        return isOurs(thing) ? thing.getURI().substring(base.length()) : thing.toString();
    }

    /** The concept of this name; a dossier may have kinds under a namespace of its own. */
    Node concept(String name) {
        return graph.find(Node.ANY, RDF.type.asNode(), SKOS.Concept.asNode())
                .mapWith(triple -> triple.getSubject())
                .filterKeep(
                        concept -> concept.isURI() && Names.localName(concept).equals(name))
                .nextOptional()
                .orElseGet(() -> Names.kind(name));
    }
}
