package org.dossier.pages;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dossier.explain.Things;
import org.dossier.query.Figures;
import org.dossier.triples.Names;

/** All sources, with how much rests on each. */
public record SourcesPage(List<Entry> sources) {

    public SourcesPage {
        sources = List.copyOf(sources);
    }

    /**
     * A source.
     *
     * @param passages how many are quoted from it
     * @param resting how many records end at it
     * @param isHeld whether its text or data is known by its SHA-256
     */
    public record Entry(
            Named source, List<Named> kinds, List<Named> publishers, String passages, String resting, boolean isHeld) {}

    static SourcesPage of(Catalogue catalogue) {
        return new SourcesPage(
                catalogue
                        .graph()
                        .find(Node.ANY, RDF.type.asNode(), Names.SOURCE)
                        .mapWith(Triple::getSubject)
                        .toList()
                        .stream()
                        .map(source -> entry(source, catalogue))
                        .sorted(Comparator.comparing(entry -> entry.source().text()))
                        .toList());
    }

    private static Entry entry(Node source, Catalogue catalogue) {
        Things things = catalogue.things();
        return new Entry(
                catalogue.named(source),
                named(things.objects(source, Names.term("hasKind")), catalogue),
                named(things.objects(source, Names.term("isPublishedBy")), catalogue),
                Figures.grouped(things.count(Names.IS_QUOTED_FROM, source)),
                Figures.grouped(things.count(Names.term("hasRoot"), source)),
                things.text(source, Names.SHA256).isPresent());
    }

    private static List<Named> named(List<Node> found, Catalogue catalogue) {
        return found.stream().map(catalogue::named).toList();
    }
}
