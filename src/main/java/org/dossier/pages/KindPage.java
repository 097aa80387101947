package org.dossier.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.dossier.explain.Things;

/**
 * A concept or a whole taxonomy: what it means, where it stands, and what is of this kind.
 *
 * @param schemes the taxonomies that it belongs to; none for a taxonomy itself
 * @param broader the concepts above, nearest first
 * @param narrower those below, or all topmost ones of a taxonomy
 * @param signs what people type for it
 * @param matches entries of other vocabularies that mean the same
 * @param uses things that name it, by property
 */
public record KindPage(
        String name,
        String iri,
        String definition,
        String remark,
        List<Named> schemes,
        List<Named> broader,
        List<Branch> narrower,
        List<String> signs,
        List<Named> matches,
        List<Use> uses) {

    private static final int FEW = 60;

    public KindPage {
        schemes = List.copyOf(schemes);
        broader = List.copyOf(broader);
        narrower = List.copyOf(narrower);
        signs = List.copyOf(signs);
        matches = List.copyOf(matches);
        uses = List.copyOf(uses);
    }

    /** A concept with those below it. */
    public record Branch(Named concept, String definition, List<Branch> narrower) {}

    /** Things that name the concept by one property. */
    public record Use(String property, List<Named> things, long inAll) {}

    private static final List<Node> MATCHES = List.of(
            SKOS.exactMatch.asNode(), SKOS.closeMatch.asNode(), SKOS.broadMatch.asNode(), SKOS.narrowMatch.asNode());

    private static final List<Node> STRUCTURE =
            List.of(SKOS.broader.asNode(), SKOS.inScheme.asNode(), SKOS.topConceptOf.asNode(), SKOS.narrower.asNode());

    static KindPage of(Node kind, Catalogue catalogue) {
        Things things = catalogue.things();
        List<Node> top = things.subjects(SKOS.topConceptOf.asNode(), kind);
        List<Node> below = top.isEmpty() ? things.subjects(SKOS.broader.asNode(), kind) : top;
        return new KindPage(
                catalogue.name(kind),
                kind.getURI(),
                things.text(kind, SKOS.definition.asNode()).orElse(""),
                things.text(kind, SKOS.scopeNote.asNode()).orElse(""),
                named(things.objects(kind, SKOS.inScheme.asNode()), catalogue),
                named(above(kind, things), catalogue),
                below.stream().map(concept -> branch(concept, 1, catalogue)).toList(),
                things.objects(kind, SKOS.notation.asNode()).stream()
                        .map(Node::getLiteralLexicalForm)
                        .toList(),
                MATCHES.stream()
                        .flatMap(match -> things.objects(kind, match).stream())
                        .map(catalogue::named)
                        .toList(),
                uses(kind, catalogue));
    }

    private static List<Node> above(Node kind, Things things) {
        List<Node> above = new ArrayList<>();
        List<Node> next = things.objects(kind, SKOS.broader.asNode());
        while (!next.isEmpty() && !above.contains(next.get(0))) {
            above.add(next.get(0));
            next = things.objects(next.get(0), SKOS.broader.asNode());
        }
        return above;
    }

    /** A ring of broader terms would have no end. */
    private static final int DEEPEST = 6;

    private static Branch branch(Node concept, int depth, Catalogue catalogue) {
        List<Branch> narrower = depth == DEEPEST
                ? List.of()
                : catalogue.things().subjects(SKOS.broader.asNode(), concept).stream()
                        .map(below -> branch(below, depth + 1, catalogue))
                        .toList();
        return new Branch(
                catalogue.named(concept),
                catalogue.things().text(concept, SKOS.definition.asNode()).orElse(""),
                narrower);
    }

    private static List<Named> named(List<Node> found, Catalogue catalogue) {
        return found.stream().map(catalogue::named).toList();
    }

    private static List<Use> uses(Node kind, Catalogue catalogue) {
        Map<Node, List<Node>> byProperty = new LinkedHashMap<>();
        Map<Node, Long> counts = new LinkedHashMap<>();
        catalogue.graph().find(Node.ANY, Node.ANY, kind).forEachRemaining(triple -> {
            Node property = triple.getPredicate();
            if (!STRUCTURE.contains(property) && !property.equals(RDF.object.asNode())) {
                counts.merge(property, 1L, Long::sum);
                few(byProperty.computeIfAbsent(property, unused -> new ArrayList<>()), triple);
            }
        });
        return byProperty.entrySet().stream()
                .map(use -> new Use(
                        FactMaker.capital(catalogue.name(use.getKey())),
                        use.getValue().stream()
                                .map(catalogue::named)
                                .sorted(Comparator.comparing(Named::text))
                                .toList(),
                        counts.getOrDefault(use.getKey(), 0L)))
                .sorted(Comparator.comparing(Use::property))
                .toList();
    }

    private static void few(List<Node> things, Triple triple) {
        if (things.size() < FEW) {
            things.add(triple.getSubject());
        }
    }
}
