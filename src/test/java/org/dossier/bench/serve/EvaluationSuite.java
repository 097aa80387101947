package org.dossier.bench.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.resultset.RDFInput;
import org.apache.jena.vocabulary.RDF;
import org.dossier.bench.serve.Http.Reply;

/** The W3C's tests of what queries answer, asked over HTTP. */
final class EvaluationSuite {

    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path suite;

    EvaluationSuite(Path suite) {
        this.suite = suite;
    }

    /** What became of one test. */
    record Outcome(String name, boolean passed, String detail) {}

    List<Outcome> run(Endpoint.Kind kind) {
        List<Outcome> outcomes = new ArrayList<>();
        Exchangeable data = new Exchangeable();
        try (Endpoint endpoint = kind.start(data)) {
            run(endpoint, data, outcomes);
        }
        return outcomes;
    }

    private void run(Endpoint endpoint, Exchangeable data, List<Outcome> outcomes) {
        for (String root : List.of(
                "sparql10/manifest-evaluation.ttl",
                "sparql11/manifest-sparql11-query.ttl",
                "sparql11/manifest-sparql11-results.ttl")) {
            for (Resource test : tests(suite.resolve(root).toUri().toString())) {
                outcomes.add(run(test, endpoint, data));
            }
        }
    }

    private static List<Resource> tests(String manifest) {
        Model model = RDFDataMgr.loadModel(manifest);
        List<Resource> tests = new ArrayList<>();
        model.listObjectsOfProperty(property(MF, "include"))
                .mapWith(list -> list.as(RDFList.class).asJavaList())
                .forEachRemaining(list -> list.forEach(
                        included -> tests.addAll(tests(included.asResource().getURI()))));
        model.listObjectsOfProperty(property(MF, "entries"))
                .mapWith(list -> list.as(RDFList.class).asJavaList())
                .forEachRemaining(list -> list.stream()
                        .map(RDFNode::asResource)
                        .filter(EvaluationSuite::isEvaluation)
                        .forEach(tests::add));
        return tests;
    }

    private static boolean isEvaluation(Resource test) {
        return test.hasProperty(RDF.type, ResourceFactory.createResource(MF + "QueryEvaluationTest"))
                || test.hasProperty(RDF.type, ResourceFactory.createResource(MF + "CSVResultFormatTest"));
    }

    private static Outcome run(Resource test, Endpoint endpoint, Exchangeable data) {
        String name = test.getURI().replaceFirst(".*/(sparql1[01]/.*)", "$1");
        try {
            data.exchange(data(test));
            String detail = complaint(test, endpoint);
            return new Outcome(name, detail.isEmpty(), detail);
        } catch (RuntimeException odd) {
            return new Outcome(name, false, odd.toString());
        }
    }

    private static DatasetGraph data(Resource test) {
        Resource action = test.getPropertyResourceValue(property(MF, "action"));
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        data.executeWrite(() -> {
            action.listProperties(property(QT, "data"))
                    .forEachRemaining(file -> RDFDataMgr.read(
                            data.getDefaultGraph(), file.getResource().getURI()));
            action.listProperties(property(QT, "graphData"))
                    .forEachRemaining(file -> load(data, file.getResource().getURI()));
            if (!action.hasProperty(property(QT, "data")) && !action.hasProperty(property(QT, "graphData"))) {
                graphsOfTheQuery(test).forEach(graph -> load(data, graph));
            }
        });
        return data;
    }

    private static void load(DatasetGraph data, String file) {
        Graph graph = data.getGraph(ResourceFactory.createResource(file).asNode());
        RDFDataMgr.read(graph, file);
    }

    private static List<String> graphsOfTheQuery(Resource test) {
        Query query = QueryFactory.create(text(test), base(test), Syntax.syntaxARQ);
        List<String> graphs = new ArrayList<>(query.getGraphURIs());
        graphs.addAll(query.getNamedGraphURIs());
        return graphs;
    }

    private static String base(Resource test) {
        return queryFile(test).toString();
    }

    private static URI queryFile(Resource test) {
        return URI.create(test.getPropertyResourceValue(property(MF, "action"))
                .getPropertyResourceValue(property(QT, "query"))
                .getURI());
    }

    private static String text(Resource test) {
        try {
            return Files.readString(Path.of(queryFile(test)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Empty when the answer is as it should be. */
    private static String complaint(Resource test, Endpoint endpoint) {
        Query query = QueryFactory.create(text(test), base(test), Syntax.syntaxARQ);
        String expected = test.getPropertyResourceValue(property(MF, "result")).getURI();
        String accept = accept(query, expected);
        String path = endpoint.sparql().getPath() + "?query="
                + URLEncoder.encode("BASE <" + base(test) + ">\n" + text(test), UTF_8);
        Reply reply = new Http(endpoint.sparql(), "127.0.0.1", PATIENCE).get(path, accept);
        if (reply.status() != 200 || !reply.whole()) {
            return reply.status() + " " + reply.text().strip();
        }
        return isEqual(query, reply, expected, accept) ? "" : "another answer";
    }

    private static String accept(Query query, String expected) {
        if (query.isConstructType() || query.isDescribeType()) {
            return "text/turtle";
        }
        String end = expected.substring(expected.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (end) {
            case "csv" -> "text/csv";
            case "tsv" -> "text/tab-separated-values";
            case "srj" -> "application/sparql-results+json";
            default -> "application/sparql-results+xml";
        };
    }

    private static boolean isEqual(Query query, Reply reply, String expected, String accept) {
        ByteArrayInputStream body = new ByteArrayInputStream(reply.body());
        if (query.isConstructType() || query.isDescribeType()) {
            Graph answer = RDFParser.source(body).lang(Lang.TURTLE).toGraph();
            return answer.isIsomorphicWith(RDFDataMgr.loadGraph(expected));
        }
        if (query.isAskType()) {
            return verdict(expected) == reply.text().contains("true");
        }
        if (accept.equals("text/csv")) {
            return sortedLines(reply.text()).equals(sortedLines(read(expected)));
        }
        Rows answer = new Rows(ResultSetMgr.read(body, lang(accept)));
        boolean inOrder = query.isOrdered() && isInOrder(expected);
        return answer.isSameAs(new Rows(results(expected)), inOrder, query.isReduced());
    }

    /** Files of rows without an order number say nothing of order. */
    private static boolean isInOrder(String expected) {
        return !expected.endsWith(".ttl") && !expected.endsWith(".rdf")
                || read(expected).contains("index");
    }

    private static Lang lang(String accept) {
        return switch (accept) {
            case "text/tab-separated-values" -> ResultSetLang.RS_TSV;
            case "application/sparql-results+json" -> ResultSetLang.RS_JSON;
            default -> ResultSetLang.RS_XML;
        };
    }

    private static boolean verdict(String expected) {
        return expected.endsWith(".srx") || expected.endsWith(".srj")
                ? read(expected).contains("true")
                : read(expected).contains("boolean true")
                        || read(expected).contains("boolean> true")
                        || read(expected).matches("(?s).*boolean\\s+\"?true.*");
    }

    private static ResultSet results(String expected) {
        return expected.endsWith(".ttl") || expected.endsWith(".rdf")
                ? RDFInput.fromRDF(RDFDataMgr.loadModel(expected))
                : ResultSetMgr.read(
                        new ByteArrayInputStream(read(expected).getBytes(UTF_8)),
                        RDFLanguages.resourceNameToLang(expected));
    }

    private static List<String> sortedLines(String text) {
        return text.lines()
                .map(line -> line.replaceAll("_:[A-Za-z0-9]+", "_:b"))
                .sorted()
                .toList();
    }

    private static String read(String uri) {
        try {
            return Files.readString(Path.of(URI.create(uri)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Property property(String namespace, String name) {
        return ResourceFactory.createProperty(namespace, name);
    }
}
