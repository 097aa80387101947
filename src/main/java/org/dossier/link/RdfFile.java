package org.dossier.link;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;

/** Reads an RDF file as rows, by a SELECT each of whose variables is a column. */
final class RdfFile {

    /** What can be read without reaching out for anything. */
    private static final Set<Lang> READ = Set.of(Lang.TURTLE, Lang.NTRIPLES);

    private RdfFile() {}

    static void read(Path file, String select, Consumer<Map<String, String>> rows, Problems problems) {
        Place place = Place.wholeFile(String.valueOf(file.getFileName()));
        Lang language = RDFLanguages.pathnameToLang(file.toString());
        if (language == null || !READ.contains(language)) {
            String remedy = "convert it first; other forms of RDF can reach out to the network";
            problems.error(place, "target-rdf", "by its name this is neither Turtle nor N-Triples", remedy);
            return;
        }
        try {
            Graph graph = GraphMemFactory.createGraphMem2();
            RDFParser.source(file)
                    .lang(language)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(graph);
            select(graph, select, rows);
        } catch (RiotException malformed) {
            problems.error(place, "target-rdf", "the file cannot be read: " + malformed.getMessage(), "mend it");
        } catch (QueryParseException malformed) {
            problems.error(place, "target-rdf", "'select' is no query: " + malformed.getMessage(), "mend it");
        }
    }

    private static void select(Graph graph, String select, Consumer<Map<String, String>> rows) {
        try (QueryExec exec = QueryExec.graph(graph).query(select).build()) {
            exec.select().forEachRemaining(row -> {
                Map<String, String> cells = new LinkedHashMap<>();
                row.forEach((variable, node) -> cells.put(variable.getVarName(), text(node)));
                rows.accept(cells);
            });
        }
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }
}
