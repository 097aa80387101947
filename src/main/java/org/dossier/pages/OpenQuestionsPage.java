package org.dossier.pages;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dossier.triples.Names;

/** What the sources expressly leave open. */
public record OpenQuestionsPage(List<Open> questions) {

    public OpenQuestionsPage {
        questions = List.copyOf(questions);
    }

    /** A question that nobody has answered, with whom it is about and the words that leave it open. */
    public record Open(Named question, List<Named> kinds, List<Named> about, List<Passage> words) {}

    static OpenQuestionsPage of(Edition edition, Catalogue catalogue) {
        FactMaker facts = new FactMaker(edition, catalogue);
        return new OpenQuestionsPage(questions(catalogue).stream()
                .map(question -> open(question, facts, catalogue))
                .toList());
    }

    private static Open open(Node question, FactMaker facts, Catalogue catalogue) {
        return new Open(
                catalogue.named(question),
                named(question, "hasKind", catalogue),
                named(question, "isAbout", catalogue),
                facts.words(question));
    }

    private static List<Named> named(Node thing, String property, Catalogue catalogue) {
        return catalogue.things().objects(thing, Names.term(property)).stream()
                .map(catalogue::named)
                .toList();
    }

    /** All of them, in order of their words. */
    static List<Node> questions(Catalogue catalogue) {
        return catalogue
                .graph()
                .find(Node.ANY, RDF.type.asNode(), Names.term("OpenQuestion"))
                .mapWith(Triple::getSubject)
                .toList()
                .stream()
                .sorted(Comparator.comparing(catalogue::name).thenComparing(question -> question.toString()))
                .toList();
    }
}
