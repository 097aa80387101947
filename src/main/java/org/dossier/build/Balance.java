package org.dossier.build;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.dossier.triples.Names;

/**
 * What a build holds in the end.
 *
 * @param counts how many sources, entities, records, passages and triples, in the order in which they are shown
 * @param standings how many records of each class stand how, by class and standing
 */
public record Balance(Map<String, Long> counts, SortedMap<String, SortedMap<String, Long>> standings) {

    private static final String PREFIXES = """
            PREFIX dossier: <https://w3id.org/dossier/ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            """;

    private static final String THINGS = PREFIXES + """
            SELECT ?class (COUNT(DISTINCT ?thing) AS ?number)
            WHERE { ?class rdfs:subClassOf* ?of . ?thing a ?class }
            GROUP BY ?class
            """;

    private static final String RECORDS = PREFIXES + """
            SELECT ?class ?standing (COUNT(DISTINCT ?record) AS ?number)
            WHERE { ?record dossier:hasStanding ?standing ; a ?class . ?class rdfs:subClassOf* dossier:Record }
            GROUP BY ?class ?standing
            """;

    static Balance of(Assembly assembly) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("files", (long) assembly.files().size());
        counts.put("sources", things(assembly.everything(), "Source"));
        counts.put("entities", things(assembly.everything(), "Actor") + things(assembly.everything(), "Technology"));
        SortedMap<String, SortedMap<String, Long>> standings = standings(assembly.everything());
        counts.put(
                "records", standings.values().stream().mapToLong(Balance::sum).sum());
        counts.put("claims", sum(standings.getOrDefault("Claim", new TreeMap<>())));
        counts.put("passages", things(assembly.everything(), "Evidence"));
        counts.put("triples", (long) assembly.everything().size());
        return new Balance(counts, standings);
    }

    private static long sum(Map<String, Long> numbers) {
        return numbers.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long things(Graph everything, String className) {
        RowSet rows = select(everything, THINGS, Names.term(className));
        return rows.stream().mapToLong(row -> number(row)).sum();
    }

    private static SortedMap<String, SortedMap<String, Long>> standings(Graph everything) {
        SortedMap<String, SortedMap<String, Long>> standings = new TreeMap<>();
        select(everything, RECORDS, Names.term("Record"))
                .forEachRemaining(row -> standings
                        .computeIfAbsent(name(row, "class"), unseen -> new TreeMap<>())
                        .put(name(row, "standing"), number(row)));
        return standings;
    }

    private static RowSet select(Graph everything, String query, Node of) {
        try (QueryExec exec =
                QueryExec.graph(everything).query(query).substitution("of", of).build()) {
            return exec.select().materialize();
        }
    }

    private static String name(Binding row, String variable) {
        return Names.localName(row.get(Var.alloc(variable)));
    }

    private static long number(Binding row) {
        return Long.parseLong(row.get(Var.alloc("number")).getLiteralLexicalForm());
    }
}
