package org.dossier.ontology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;

/** The rules of {@code ontology/hygiene/*.rq}: each selects what breaks it, the thing first. */
final class Hygiene {

    private static final Path FOLDER = OntologyFiles.RESOURCES.resolve("ontology/hygiene");

    private Hygiene() {}

    static List<Path> rules() {
        return OntologyFiles.below(FOLDER);
    }

    static String name(Path rule) {
        return rule.getFileName().toString().replace(".rq", "");
    }

    /** What breaks a rule, as {@code missing-label: dossier:uses}. */
    static List<String> findings(Path rule, Graph ontology) {
        Query query = QueryFactory.read(rule.toUri().toString());
        List<String> found = new ArrayList<>();
        try (QueryExec execution = QueryExec.graph(ontology).query(query).build()) {
            RowSet rows = execution.select();
            rows.forEachRemaining(row -> found.add(name(rule) + ": "
                    + OntologyFiles.shortName(row.get(rows.getResultVars().get(0)))));
        }
        return found.stream().distinct().sorted().toList();
    }
}
