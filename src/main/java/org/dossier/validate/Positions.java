package org.dossier.validate;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.dossier.problem.Place;
import org.dossier.triples.LoadUnit;
import org.dossier.triples.Names;

/** Where triples and things were typed, over all load units. */
public final class Positions {

    private final Map<Triple, Place> triples = new HashMap<>();
    private final Map<Node, Place> definitions = new HashMap<>();
    private final Graph everything;

    /** @param everything facts with what was derived from them */
    public Positions(Collection<LoadUnit> units, Graph everything) {
        this.everything = everything;
        for (LoadUnit unit : units) {
            unit.places().forEach((triple, place) -> triples.merge(triple, place, Positions::first));
            unit.definitions().forEach((thing, place) -> definitions.merge(thing, place, Positions::first));
        }
    }

    private static Place first(Place one, Place other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Where this triple was typed. */
    public Optional<Place> ofTriple(Node subject, Node predicate, Node object) {
        return Optional.ofNullable(triples.get(Triple.create(subject, predicate, object)));
    }

    /** Where a value of this property was typed, the first of several. */
    public Optional<Place> ofProperty(Node subject, Node predicate) {
        return everything
                .find(subject, predicate, Node.ANY)
                .mapWith(triples::get)
                .filterKeep(place -> place != null)
                .toList()
                .stream()
                .min(Comparator.naturalOrder());
    }

    /** Where a thing is defined; for what a rule derived, where the record it comes from is defined. */
    public Optional<Place> ofThing(Node thing) {
        return Optional.ofNullable(definitions.get(thing)).or(() -> ofOrigin(thing));
    }

    private Optional<Place> ofOrigin(Node derived) {
        return everything
                .find(derived, Names.term("isDerivedFrom"), Node.ANY)
                .mapWith(triple -> definitions.get(triple.getObject()))
                .filterKeep(place -> place != null)
                .toList()
                .stream()
                .min(Comparator.naturalOrder());
    }

    /** Each thing that somebody defined, by its IRI, with the place. */
    public Map<String, Place> definitions() {
        Map<String, Place> sorted = new TreeMap<>();
        definitions.forEach((thing, place) -> sorted.put(thing.getURI(), place));
        return sorted;
    }
}
