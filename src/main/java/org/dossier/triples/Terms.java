package org.dossier.triples;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The IRIs behind the names of the vocabulary: a dossier may add terms and kinds under a namespace of its own. */
final class Terms {

    private final Map<String, Node> classes;
    private final Map<String, Node> concepts;
    private final Vocabulary vocabulary;

    Terms(Graph terms, Vocabulary vocabulary) {
        this.classes = byName(terms, OWL.Class.asNode());
        this.concepts = byName(terms, SKOS.Concept.asNode());
        this.vocabulary = vocabulary;
    }

    private static Map<String, Node> byName(Graph terms, Node type) {
        Map<String, Node> found = new HashMap<>();
        terms.find(Node.ANY, RDF.type.asNode(), type)
                .mapWith(triple -> triple.getSubject())
                .filterKeep(Node::isURI)
                .forEachRemaining(
                        term -> found.merge(Names.localName(term), term, (one, other) -> isOurs(one) ? one : other));
        return found;
    }

    /** Where the ontology declares a foreign class of the same name, such as {@code org:Organization}, ours is meant. */
    private static boolean isOurs(Node term) {
        return term.getURI().startsWith(Names.TERMS);
    }

    Node classNode(String name) {
        return found(classes.get(name), name);
    }

    Node concept(String name) {
        return found(concepts.get(name), name);
    }

    Node property(String name) {
        return NodeFactory.createURI(vocabulary
                .propertyFor(name)
                .orElseThrow(() -> new IllegalArgumentException("no property: " + name))
                .iri());
    }

    private static Node found(@Nullable Node term, String name) {
        if (term == null) {
            throw new IllegalArgumentException("no such term: " + name);
        }
        return term;
    }
}
