package org.dossier.pages;

import java.util.List;
import org.apache.jena.graph.Node;
import org.dossier.query.Figures;
import org.dossier.triples.Names;

/** One passage, and the records that rest on it. */
public record PassagePage(
        String title, String iri, Passage words, List<SourcePage.Resting> records, String recordsInAll, Paging paging) {

    private static final int RECORDS = 100;

    public PassagePage {
        records = List.copyOf(records);
    }

    static PassagePage of(Node passage, Address address, Edition edition, Catalogue catalogue) {
        Passage words = new FactMaker(edition, catalogue).passage(passage);
        String title = words.quote().isEmpty() ? "Passage" : "“" + words.quote() + "”";
        List<Node> records = catalogue.things().subjects(Names.HAS_EVIDENCE, passage);
        Paging paging = Paging.of(records.size(), RECORDS, address, "resting");
        return new PassagePage(
                title,
                passage.getURI(),
                words,
                paging.part(records).stream()
                        .map(record -> SourcePage.resting(record, false, catalogue))
                        .toList(),
                Figures.grouped(records.size()),
                paging);
    }
}
