package org.dossier.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.dossier.link.Justification;
import org.dossier.link.LinkTriples;
import org.dossier.problem.Place;
import org.dossier.triples.Names;

/** Reads who decided that two are the same, when and why. */
final class DecidedLinks {

    private final Things things;
    private final Background background;

    DecidedLinks(Graph graph, Background background) {
        this.things = new Things(graph);
        this.background = background;
    }

    /** Those of a thing, whichever side of them it is on. */
    List<DecidedLink> of(Node thing) {
        return Stream.of(LinkTriples.SUBJECT, LinkTriples.OBJECT)
                .flatMap(side -> things.subjects(side, thing).stream())
                .map(this::read)
                .toList();
    }

    /** Those that say just this; several when several files do. */
    List<DecidedLink> of(Node subject, Node predicate, Node object) {
        return things.subjects(LinkTriples.SUBJECT, subject).stream()
                .filter(note -> things.objects(note, LinkTriples.PREDICATE).contains(predicate)
                        && things.objects(note, LinkTriples.OBJECT).contains(object))
                .map(this::read)
                .toList();
    }

    private DecidedLink read(Node note) {
        Optional<Place> place = background.place(note.getURI());
        return new DecidedLink(
                sentence(note),
                iri(note, LinkTriples.SUBJECT),
                iri(note, LinkTriples.PREDICATE),
                iri(note, LinkTriples.OBJECT),
                things.text(note, DCTerms.creator.asNode()).orElse(""),
                things.text(note, DCTerms.issued.asNode()).orElse(""),
                basis(note),
                things.text(note, SKOS.note.asNode()).orElse(null),
                place.map(Place::toString).orElse(null),
                place.flatMap(background::commit).orElse(null));
    }

    private String iri(Node note, Node property) {
        return things.object(note, property).map(Node::getURI).orElse("");
    }

    private String sentence(Node note) {
        String subject =
                things.object(note, LinkTriples.SUBJECT).map(things::name).orElse("");
        String predicate =
                things.object(note, LinkTriples.PREDICATE).map(things::name).orElse("");
        String object = things.text(note, LinkTriples.OBJECT_LABEL)
                .map(label -> label + " ")
                .orElse("");
        return subject + " " + predicate + " " + object + "<" + iri(note, LinkTriples.OBJECT) + ">";
    }

    private String basis(Node note) {
        return things.object(note, LinkTriples.JUSTIFICATION)
                .map(Names::localName)
                .flatMap(Justification::ofLocalName)
                .map(Justification::words)
                .orElse("");
    }
}
