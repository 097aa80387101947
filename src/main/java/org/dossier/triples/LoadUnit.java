package org.dossier.triples;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.dossier.problem.Place;

/**
 * One input as one named graph.
 *
 * @param path of the input, relative to the dossier folder
 * @param sha256 of the input's bytes, in hexadecimal
 * @param places where each triple was typed, for inputs that people write
 * @param definitions where each thing's id was typed
 */
public record LoadUnit(
        String path, String sha256, Graph triples, Map<Triple, Place> places, Map<Node, Place> definitions) {

    public LoadUnit {
        places = Map.copyOf(places);
        definitions = Map.copyOf(definitions);
    }

    public Node name() {
        return IriScheme.loadUnit(path);
    }

    /** What the dossier itself says of the unit: what it was read from, and how many triples it gave. */
    public List<Triple> description() {
        return List.of(
                Triple.create(name(), RDF.type.asNode(), Names.LOAD_UNIT),
                Triple.create(name(), Names.term("path"), Literals.text(path)),
                Triple.create(name(), Names.SHA256, Literals.text(sha256)),
                Triple.create(name(), VOID.triples.asNode(), Literals.whole(triples.size())));
    }
}
