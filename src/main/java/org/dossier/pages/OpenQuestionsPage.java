package org.dossier.pages;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dossier.triples.Names;

/** What the sources expressly leave open. */
public record OpenQuestionsPage(List<HomePage.OpenQuestion> questions) {

    public OpenQuestionsPage {
        questions = List.copyOf(questions);
    }

    static List<HomePage.OpenQuestion> questions(Catalogue catalogue) {
        return catalogue
                .graph()
                .find(Node.ANY, RDF.type.asNode(), Names.term("OpenQuestion"))
                .mapWith(Triple::getSubject)
                .toList()
                .stream()
                .map(question -> new HomePage.OpenQuestion(
                        catalogue.named(question), catalogue.standing(question).orElse(Standing.NONE)))
                .sorted(Comparator.comparing(open -> open.question().text()))
                .toList();
    }
}
