package org.dossier.ontology;

import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;

/** One CONSTRUCT of {@code ontology/rules/}. */
record Rule(Query query) {

    static Rule named(String name) {
        Path file = OntologyFiles.FOLDER.resolve("rules").resolve(name + ".rq");
        return new Rule(QueryFactory.create(OntologyFiles.text(file)));
    }

    /** What the rule derives from a graph. */
    Graph over(Graph graph) {
        try (QueryExec execution = QueryExec.graph(graph).query(query).build()) {
            return execution.construct();
        }
    }
}
