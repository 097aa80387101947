package org.dossier.mapping;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Problems;
import org.dossier.triples.Names;
import org.dossier.vocabulary.Concept;
import org.dossier.vocabulary.Property;
import org.dossier.vocabulary.TermClass;
import org.dossier.vocabulary.Vocabulary;

/** Finds terms in a template that the ontology does not have, and those that no mapping may write. */
final class TermCheck {

    private final Vocabulary vocabulary;
    private final MappingQuery query;
    private final Problems problems;

    TermCheck(Vocabulary vocabulary, MappingQuery query, Problems problems) {
        this.vocabulary = vocabulary;
        this.query = query;
        this.problems = problems;
    }

    void check(Triple triple) {
        if (triple.getPredicate().isURI()) {
            checkProperty(triple.getPredicate());
        }
        if (triple.getPredicate().equals(RDF.type.asNode()) && isTerm(triple.getObject())) {
            checkClass(triple.getObject());
        }
        for (Node node : List.of(triple.getSubject(), triple.getObject())) {
            if (node.isURI() && node.getURI().startsWith(Names.KINDS)) {
                checkConcept(node);
            }
        }
    }

    private static boolean isTerm(Node node) {
        return node.isURI() && node.getURI().startsWith(Names.TERMS);
    }

    private void checkProperty(Node predicate) {
        Optional<Property> property = vocabulary.properties().stream()
                .filter(known -> known.iri().equals(predicate.getURI()))
                .findFirst();
        if (property.isEmpty() && isTerm(predicate)) {
            reportUnknown(
                    predicate,
                    "property",
                    vocabulary.properties().stream().map(Property::name).toList());
        }
        property.filter(Property::needsClaim)
                .ifPresent(found -> problems.error(
                        query.placeOfIri(predicate.getURI()),
                        "needs-claim",
                        "a mapping cannot write '" + found.name() + "': such a link exists only as a claim",
                        "map what the row says, a contract or a use case; rules derive the link from it"));
        property.filter(Property::isComputed)
                .ifPresent(found -> problems.error(
                        query.placeOfIri(predicate.getURI()),
                        "is-computed",
                        "a mapping cannot write '" + found.name() + "': the program computes it",
                        "leave it out"));
    }

    private void checkClass(Node type) {
        if (vocabulary.classFor(Names.localName(type)).isEmpty()) {
            reportUnknown(
                    type,
                    "class",
                    vocabulary.classes().stream().map(TermClass::name).toList());
        }
    }

    private void checkConcept(Node concept) {
        if (vocabulary.concept(Names.localName(concept)).isEmpty()) {
            reportUnknown(
                    concept,
                    "kind",
                    vocabulary.concepts().stream().map(Concept::name).toList());
        }
    }

    private void reportUnknown(Node term, String what, List<String> known) {
        String name = Names.localName(term);
        problems.error(
                query.placeOfIri(term.getURI()),
                "unknown-term",
                "the ontology has no " + what + " '" + name + "'",
                DidYouMean.remedy(known, name, "see ontology/ for those there are"));
    }
}
