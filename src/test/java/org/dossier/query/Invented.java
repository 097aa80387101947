package org.dossier.query;

import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.dossier.problem.Problems;
import org.dossier.triples.Names;
import org.dossier.triples.Ontology;
import org.dossier.triples.Turtle;
import org.dossier.vocabulary.Vocabulary;

/** A small dossier about things that do not exist, and the program's own vocabulary. */
final class Invented {

    static final String BASE = "https://example.org/harbour/";
    static final Map<String, String> PREFIXES = Names.prefixes(BASE);
    static final Vocabulary VOCABULARY =
            Ontology.of(Path.of("no-such-folder"), new Problems()).vocabulary();

    private static final String FACTS = """
            id:harbour-office a dossier:Agency ; rdfs:label "Harbour Office" ; skos:altLabel "HO" .
            id:customs a dossier:Agency ; rdfs:label "Customs" .
            id:blue-sky a dossier:Firm ; rdfs:label "Blue Sky", "Blauer Himmel"@de .
            id:red-sky a dossier:Firm ; rdfs:label "Red Sky" .
            id:night-sky a dossier:Firm ; rdfs:label "red sky" .
            id:eye a dossier:Technology ; rdfs:label "Eye" ; dossier:hasKind kind:facial-recognition .
            id:nameless a dossier:Technology .
            id:harbour-office dossier:uses id:eye, id:nameless .
            id:storage-1 a dossier:Measurement ; dossier:value 400.0 ; dossier:date "2025-07"^^xsd:gYearMonth .
            id:storage-2 a dossier:Measurement ; dossier:value 12.5 ; dossier:date "2026-01"^^xsd:gYearMonth .
            kind:facial-recognition a skos:Concept ; skos:prefLabel "facial recognition"@en .
            """;

    private Invented() {}

    static DatasetGraph dataset() {
        return DatasetGraphFactory.wrap(graph(FACTS));
    }

    static Graph graph(String triples) {
        StringBuilder text = new StringBuilder();
        PREFIXES.forEach((name, iri) -> text.append("@prefix " + name + ": <" + iri + "> .\n"));
        Problems problems = new Problems();
        Graph graph = Turtle.read("invented.ttl", text + triples, problems);
        if (problems.hasErrors()) {
            throw new IllegalArgumentException(problems.list().toString());
        }
        return graph;
    }

    static QueryGate gate() {
        return new QueryGate(PREFIXES, GateRules.local(false));
    }

    /** What the gate says against a query, with the line it is about, or {@code admitted}. */
    static String refusal(QueryGate gate, String text) {
        try {
            gate.admit("q.rq", text);
            return "admitted\n";
        } catch (QueryRefusal refusal) {
            StringBuilder told = new StringBuilder();
            refusal.problems().forEach(problem -> {
                told.append(problem).append('\n');
                Excerpt.of(text, problem.place())
                        .forEach(line -> told.append(line).append('\n'));
            });
            return told.toString();
        }
    }
}
