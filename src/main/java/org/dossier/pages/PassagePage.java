package org.dossier.pages;

import java.util.List;
import org.apache.jena.graph.Node;
import org.dossier.triples.Names;

/** One passage, and the records that rest on it. */
public record PassagePage(
        String title, String iri, Passage words, List<SourcePage.Resting> records, long recordsInAll) {

    private static final int RECORDS = 100;

    public PassagePage {
        records = List.copyOf(records);
    }

    static PassagePage of(Node passage, Edition edition, Catalogue catalogue) {
        Passage words = new FactMaker(edition, catalogue).passage(passage);
        String title = words.quote().isEmpty() ? "Passage" : "“" + words.quote() + "”";
        return new PassagePage(
                title,
                passage.getURI(),
                words,
                catalogue.things().subjects(Names.HAS_EVIDENCE, passage).stream()
                        .limit(RECORDS)
                        .map(record -> SourcePage.resting(record, false, catalogue))
                        .toList(),
                catalogue.things().count(Names.HAS_EVIDENCE, passage));
    }
}
