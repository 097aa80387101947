package org.dossier.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dossier.triples.Names;
import org.dossier.vocabulary.Vocabulary;

/**
 * Everything that names one thing, sorted once.
 *
 * @param claimsOf links that begin at it
 * @param claimsTo links that end at it, those first that most speaks for
 * @param records other records by their class, each with the property by which it names the thing; in order of dates
 * @param passages evidence that names it
 * @param others what else names it: entities and sources
 */
record Mentions(
        List<Node> claimsOf,
        List<Node> claimsTo,
        Map<String, List<Mention>> records,
        List<Mention> passages,
        List<Mention> others) {

    Mentions {
        records = new TreeMap<>(records);
    }

    private static final Set<Node> ELSEWHERE =
            Set.of(Names.term("hasRoot"), Names.term("isRegistrationOf"), Names.term("rollsUpTo"));

    private static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);

    /** Something that names it, and by which property. */
    record Mention(Node thing, Node property) {}

    static Mentions of(Node thing, Catalogue catalogue, FactMaker facts) {
        Sorter sorter = new Sorter(catalogue.graph(), catalogue.vocabulary());
        catalogue.graph().find(Node.ANY, Node.ANY, thing).forEachRemaining(sorter::add);
        return sorter.sorted(facts);
    }

    int count() {
        return claimsOf.size()
                + claimsTo.size()
                + records.values().stream().mapToInt(List::size).sum();
    }

    /** Puts each triple where it belongs. */
    private static final class Sorter {
        private final Graph graph;
        private final Vocabulary vocabulary;
        private final List<Node> claimsOf = new ArrayList<>();
        private final List<Node> claimsTo = new ArrayList<>();
        private final Map<String, Map<Node, Mention>> records = new TreeMap<>();
        private final List<Mention> passages = new ArrayList<>();
        private final List<Mention> others = new ArrayList<>();
        private final Map<Node, Room> rooms = new HashMap<>();
        private final Map<Node, Boolean> elsewhere = new HashMap<>();

        private enum Room {
            RECORD,
            PASSAGE,
            OTHER
        }

        Sorter(Graph graph, Vocabulary vocabulary) {
            this.graph = graph;
            this.vocabulary = vocabulary;
        }

        void add(Triple triple) {
            Node property = triple.getPredicate();
            Mention mention = new Mention(triple.getSubject(), property);
            if (property.equals(RDF.subject.asNode())) {
                claimsOf.add(mention.thing());
            } else if (property.equals(RDF.object.asNode())) {
                claimsTo.add(mention.thing());
            } else if (!property.equals(RDF.predicate.asNode()) && !isToldElsewhere(property)) {
                addTo(room(mention.thing()), mention);
            }
        }

        /** A link that a claim makes is told with the claim; roots and names of registers have places of their own. */
        private boolean isToldElsewhere(Node property) {
            return elsewhere.computeIfAbsent(
                    property, unseen -> ELSEWHERE.contains(unseen) || graph.contains(unseen, Names.NEEDS_CLAIM, TRUE));
        }

        private void addTo(Classed classed, Mention mention) {
            switch (classed.room()) {
                case RECORD ->
                    records.computeIfAbsent(classed.className(), name -> new HashMap<>())
                            .putIfAbsent(mention.thing(), mention);
                case PASSAGE -> passages.add(mention);
                case OTHER -> others.add(mention);
            }
        }

        private record Classed(String className, Room room) {}

        /** By the first of its classes, in order of their names. */
        private Classed room(Node thing) {
            return graph.find(thing, RDF.type.asNode(), Node.ANY).mapWith(Triple::getObject).toList().stream()
                    .filter(Node::isURI)
                    .map(type -> new Classed(Names.localName(type), rooms.computeIfAbsent(type, this::roomOf)))
                    .min(Comparator.comparing(Classed::room).thenComparing(Classed::className))
                    .orElse(new Classed("", Room.OTHER));
        }

        private Room roomOf(Node type) {
            String name = Names.localName(type);
            if (vocabulary.isA(name, "Record")) {
                return Room.RECORD;
            }
            return type.equals(Names.EVIDENCE) ? Room.PASSAGE : Room.OTHER;
        }

        Mentions sorted(FactMaker facts) {
            Comparator<Node> byName = Comparator.comparing(Node::toString);
            claimsOf.sort(byName);
            sortByEvidence(claimsTo, byName);
            Map<String, List<Mention>> dated = new TreeMap<>();
            records.forEach((name, found) -> dated.put(name, byDate(found, facts)));
            Comparator<Mention> byThing = Comparator.comparing(Mention::thing, byName);
            passages.sort(byThing);
            others.sort(byThing);
            return new Mentions(claimsOf, claimsTo, dated, passages, others);
        }

        /** Of thousands those come first that most speaks for. */
        private void sortByEvidence(List<Node> claims, Comparator<Node> byName) {
            record Counted(Node claim, long evidence) {}
            List<Node> sorted = claims.stream()
                    .map(claim -> new Counted(claim, Iter.count(graph.find(claim, Names.HAS_EVIDENCE, Node.ANY))))
                    .sorted(Comparator.comparingLong(Counted::evidence)
                            .reversed()
                            .thenComparing(Counted::claim, byName))
                    .map(Counted::claim)
                    .toList();
            claims.clear();
            claims.addAll(sorted);
        }

        private static List<Mention> byDate(Map<Node, Mention> found, FactMaker facts) {
            record Dated(String date, String iri, Mention mention) {}
            return found.values().stream()
                    .map(mention -> new Dated(
                            facts.dateKey(mention.thing()), mention.thing().toString(), mention))
                    .sorted(Comparator.comparing(Dated::date).thenComparing(Dated::iri))
                    .map(Dated::mention)
                    .toList();
        }
    }
}
