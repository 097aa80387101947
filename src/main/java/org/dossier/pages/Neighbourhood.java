package org.dossier.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dossier.query.Figures;
import org.dossier.triples.Names;
import org.jspecify.annotations.Nullable;

/**
 * The links around one thing, as a table that a picture is drawn from: those that it has, and those between what it is
 * linked to.
 *
 * @param middle address of the page of the thing
 * @param leftOut how many more links there are at least
 * @param sketch the links of the middle, drawn for who runs no script; absent where there are none
 */
public record Neighbourhood(
        String middle,
        List<Link> links,
        int leftOut,
        @Nullable Sketch sketch) {

    /** As many things as a picture has room for. */
    private static final int MOST_THINGS = 150;

    /** As many as can be read at a glance; whoever wants more of them asks for it. */
    private static final int FIRST_THINGS = 25;

    /** Records that people know by a name; of statements, measurements and the like there are too many for a picture. */
    private static final List<String> NAMED_RECORDS = List.of("Controversy", "Event", "Policy");

    /** As many links as are looked at; a thing of many thousands has no picture that shows them. */
    private static final int MOST_READ = 3_000;

    /** No links. */
    static final Neighbourhood NONE = new Neighbourhood("", List.of(), 0, null);

    public Neighbourhood {
        links = List.copyOf(links);
    }

    /** How many more links there are at least. */
    public String leftOutInWords() {
        return Figures.grouped(leftOut);
    }

    /** How many links the picture does not show at first. */
    public long later() {
        return links.stream().filter(Link::isLater).count();
    }

    /**
     * One link.
     *
     * @param standing where it is a claim
     * @param isLater whether the picture shows it only to who wants more of it
     */
    public record Link(
            End from, String name, End to, @Nullable Standing standing, boolean isLater) {}

    /**
     * One end of a link.
     *
     * @param kind {@code actor}, {@code technology} or {@code record}
     */
    public record End(Named thing, String kind) {}

    static Neighbourhood of(Node middle, Catalogue catalogue) {
        return new Search(middle, catalogue).run();
    }

    /** Looks for the links around one thing. */
    private static final class Search {
        private final Node middle;
        private final Catalogue catalogue;
        private final Graph graph;
        private final Set<Triple> found = new LinkedHashSet<>();
        private final Map<Triple, Node> claims = new HashMap<>();
        private final Set<Node> first = new HashSet<>();

        Search(Node middle, Catalogue catalogue) {
            this.middle = middle;
            this.catalogue = catalogue;
            this.graph = catalogue.graph();
        }

        Neighbourhood run() {
            claimed();
            take(graph.find(middle, Node.ANY, Node.ANY));
            take(graph.find(Node.ANY, Node.ANY, middle));
            Set<Node> things = new HashSet<>(Set.of(middle));
            List<Triple> shown = new ArrayList<>();
            for (Triple link : found) {
                Set<Node> ends = Set.of(link.getSubject(), link.getObject());
                if (things.containsAll(ends) || things.size() < MOST_THINGS) {
                    things.addAll(ends);
                    shown.add(link);
                }
                if (first.size() < FIRST_THINGS) {
                    first.addAll(ends);
                }
            }
            int leftOut = found.size() - shown.size();
            Sketch sketch = Sketch.of(catalogue.named(middle), links(shown));
            shown.addAll(between(things));
            return new Neighbourhood(
                    Optional.ofNullable(catalogue.named(middle).href()).orElse(""), links(shown), leftOut, sketch);
        }

        /** What most speaks for comes first, so that what is left out is what least does. */
        private void claimed() {
            record Found(Triple link, Node claim, long evidence) {}
            Stream.of(RDF.subject, RDF.object)
                    .flatMap(end -> Iter.asStream(Iter.limit(graph.find(Node.ANY, end.asNode(), middle), MOST_READ))
                            .map(Triple::getSubject))
                    .flatMap(claim -> link(claim).stream().map(link -> new Found(link, claim, evidence(claim))))
                    .sorted(Comparator.comparingLong(Found::evidence)
                            .reversed()
                            .thenComparing(claim -> claim.link().toString()))
                    .forEach(claim -> {
                        found.add(claim.link());
                        claims.putIfAbsent(claim.link(), claim.claim());
                    });
        }

        private long evidence(Node claim) {
            return Iter.count(graph.find(claim, Names.HAS_EVIDENCE, Node.ANY));
        }

        /** What a claim says, when it is about two things. */
        private Optional<Triple> link(Node claim) {
            Optional<Node> subject = catalogue.things().object(claim, RDF.subject.asNode());
            Optional<Node> property = catalogue.things().object(claim, RDF.predicate.asNode());
            Optional<Node> object = catalogue.things().object(claim, RDF.object.asNode());
            return subject.isPresent() && property.isPresent() && object.isPresent()
                    ? Optional.of(Triple.create(subject.get(), property.get(), object.get()))
                            .filter(link -> isThing(link.getSubject()) && isThing(link.getObject()))
                    : Optional.empty();
        }

        private void take(Iterator<Triple> links) {
            while (links.hasNext() && found.size() < MOST_READ) {
                Triple link = links.next();
                if (isTold(link.getPredicate()) && isThing(link.getSubject()) && isThing(link.getObject())) {
                    found.add(link);
                }
            }
        }

        private static boolean isTold(Node property) {
            return property.getURI().startsWith(Names.TERMS)
                    || property.getURI().startsWith("http://www.w3.org/ns/org#");
        }

        /** Claims that lead from one neighbour to another. */
        private List<Triple> between(Set<Node> things) {
            List<Triple> links = new ArrayList<>();
            for (Node thing : things) {
                graph.find(Node.ANY, RDF.subject.asNode(), thing)
                        .mapWith(Triple::getSubject)
                        .toList()
                        .forEach(claim -> link(claim)
                                .filter(link -> things.contains(link.getObject()) && !found.contains(link))
                                .ifPresent(link -> {
                                    claims.putIfAbsent(link, claim);
                                    links.add(link);
                                }));
            }
            return links;
        }

        private boolean isThing(Node node) {
            return kind(node).isPresent();
        }

        private Optional<String> kind(Node node) {
            if (!node.isURI()
                    || catalogue.id(node).isEmpty()
                    || catalogue.things().isA(node, "Claim")) {
                return Optional.empty();
            }
            if (catalogue.things().isA(node, "Actor")) {
                return Optional.of("actor");
            }
            if (catalogue.things().isA(node, "Technology")) {
                return Optional.of("technology");
            }
            return NAMED_RECORDS.stream().anyMatch(name -> catalogue.things().isA(node, name))
                    ? Optional.of("record")
                    : Optional.empty();
        }

        private List<Link> links(List<Triple> triples) {
            return triples.stream()
                    .map(this::link)
                    .sorted(Comparator.comparing(
                                    (Link link) -> link.from().thing().text())
                            .thenComparing(Link::name)
                            .thenComparing(link -> link.to().thing().text()))
                    .toList();
        }

        private Link link(Triple triple) {
            return new Link(
                    end(triple.getSubject()),
                    catalogue.name(triple.getPredicate()),
                    end(triple.getObject()),
                    Optional.ofNullable(claims.get(triple))
                            .flatMap(catalogue::standing)
                            .orElse(null),
                    !first.contains(triple.getSubject()) || !first.contains(triple.getObject()));
        }

        private End end(Node thing) {
            return new End(catalogue.named(thing), kind(thing).orElse("other"));
        }
    }
}
