package org.dossier.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dossier.triples.Names;
import org.jspecify.annotations.Nullable;

/**
 * The links around one thing, as a table that a picture is drawn from: those that it has, and those between what it is
 * linked to.
 *
 * @param middle address of the page of the thing
 * @param leftOut how many more links there are at least
 */
public record Neighbourhood(String middle, List<Link> links, int leftOut) {

    /** As many things as a picture has room for. */
    private static final int MOST_THINGS = 150;

    /** Records that people know by a name; of statements, measurements and the like there are too many for a picture. */
    private static final List<String> NAMED_RECORDS = List.of("Controversy", "Event", "Policy");

    /** As many links as are looked at; a thing of many thousands has no picture that shows them. */
    private static final int MOST_READ = 3_000;

    /** No links. */
    static final Neighbourhood NONE = new Neighbourhood("", List.of(), 0);

    public Neighbourhood {
        links = List.copyOf(links);
    }

    /** One link; how it stands, where it is a claim. */
    public record Link(
            End from, String name, End to, @Nullable Standing standing) {}

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

        Search(Node middle, Catalogue catalogue) {
            this.middle = middle;
            this.catalogue = catalogue;
            this.graph = catalogue.graph();
        }

        Neighbourhood run() {
            claims(RDF.subject.asNode(), middle);
            claims(RDF.object.asNode(), middle);
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
            }
            int leftOut = found.size() - shown.size();
            shown.addAll(between(things));
            return new Neighbourhood(
                    Optional.ofNullable(catalogue.named(middle).href()).orElse(""), links(shown), leftOut);
        }

        private void claims(Node end, Node thing) {
            Iterator<Triple> claims = graph.find(Node.ANY, end, thing);
            while (claims.hasNext() && found.size() < MOST_READ) {
                link(claims.next().getSubject()).ifPresent(found::add);
            }
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
                                .ifPresent(links::add));
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
                    standing(triple).orElse(null));
        }

        private End end(Node thing) {
            return new End(catalogue.named(thing), kind(thing).orElse("other"));
        }

        private Optional<Standing> standing(Triple link) {
            return graph
                    .find(Node.ANY, RDF.subject.asNode(), link.getSubject())
                    .mapWith(Triple::getSubject)
                    .toList()
                    .stream()
                    .filter(claim -> graph.contains(claim, RDF.predicate.asNode(), link.getPredicate())
                            && graph.contains(claim, RDF.object.asNode(), link.getObject()))
                    .findFirst()
                    .flatMap(catalogue::standing);
        }
    }
}
