package org.dossier.bench.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.dossier.bench.serve.Http.Reply;

/** The W3C's tests of the SPARQL protocol: requests for queries, and for updates, which are to be refused. */
final class ProtocolSuite {

    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String HT = "http://www.w3.org/2011/http#";
    private static final String CNT = "http://www.w3.org/2011/content#";
    private static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private final Model manifest;

    /** @param suite folder of the suite, as {@code w3c-sparql} */
    ProtocolSuite(Path suite) {
        this.folder = suite.resolve("sparql11/protocol");
        this.manifest = RDFDataMgr.loadModel(folder.resolve("manifest.ttl").toString());
    }

    /** What became of one test. */
    record Outcome(String name, boolean isUpdate, boolean passed, String detail) {}

    List<Outcome> run(Endpoint.Kind kind) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Resource test : tests()) {
            String name = test.getLocalName();
            boolean isUpdate = name.contains("update");
            DatasetGraph data = data(test);
            long before = size(data);
            try (Endpoint endpoint = kind.start(data)) {
                List<String> complaints = isUpdate ? refusals(test, endpoint) : complaints(test, endpoint);
                if (isUpdate && size(data) != before) {
                    complaints.add("data changed");
                }
                outcomes.add(new Outcome(name, isUpdate, complaints.isEmpty(), String.join("; ", complaints)));
            }
        }
        return outcomes;
    }

    private List<Resource> tests() {
        Resource root =
                manifest.listSubjectsWithProperty(property(MF, "entries")).next();
        return root.getRequiredProperty(property(MF, "entries")).getObject().as(RDFList.class).asJavaList().stream()
                .map(RDFNode::asResource)
                .toList();
    }

    /** Each test has its data, and all have data0, which the manifest only mentions. */
    private DatasetGraph data(Resource test) {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        data.executeWrite(() -> {
            RDFDataMgr.read(
                    data.getGraph(node("data0")), folder.resolve("data1.nt").toString());
            test.listProperties(property(UT, "graphData")).forEachRemaining(graph -> {
                String label = graph.getProperty(
                                ResourceFactory.createProperty("http://www.w3.org/2000/01/rdf-schema#label"))
                        .getString();
                RDFDataMgr.read(
                        data.getGraph(ResourceFactory.createResource(label).asNode()),
                        graph.getProperty(property(UT, "graph")).getResource().getURI());
            });
        });
        return data;
    }

    private static org.apache.jena.graph.Node node(String name) {
        return ResourceFactory.createResource("http://kasei.us/2009/09/sparql/data/" + name + ".rdf")
                .asNode();
    }

    private static long size(DatasetGraph data) {
        return data.calculateRead(() -> data.stream().count());
    }

    private List<String> complaints(Resource test, Endpoint endpoint) {
        List<String> complaints = new ArrayList<>();
        for (Resource request : requests(test)) {
            Resource expected = request.getPropertyResourceValue(property(HT, "resp"));
            Reply reply = send(request, endpoint);
            if (!isExpected(reply.status(), expected)) {
                complaints.add("status " + reply.status());
            }
            if (expected.hasProperty(property(MF, "expectedBoolean"))
                    && !reply.text().contains("true")) {
                complaints.add("not true: " + reply.text());
            }
            complaints.addAll(format(reply, expected));
        }
        return complaints;
    }

    private static boolean isExpected(int status, Resource expected) {
        return expected.listProperties(property(MF, "expectedStatus"))
                .mapWith(statement -> statement.getResource().getLocalName().replaceAll("[^0-9]", ""))
                .toList()
                .contains(Integer.toString(status / 100));
    }

    private static List<String> format(Reply reply, Resource expected) {
        if (!expected.hasProperty(property(MF, "expectedFormat"))) {
            return List.of();
        }
        String type = reply.headers().getOrDefault("content-type", "none");
        String format =
                expected.getRequiredProperty(property(MF, "expectedFormat")).getString();
        boolean isRight = format.equals("RDF")
                ? type.matches("text/turtle.*|application/(n-triples|ld\\+json|rdf\\+xml).*")
                : type.matches("text/(csv|tab-separated-values).*|application/sparql-results\\+(json|xml).*");
        return isRight ? List.of() : List.of("type " + type);
    }

    /** Updates are refused with 4xx; queries that look whether they were done are left out. */
    private List<String> refusals(Resource test, Endpoint endpoint) {
        List<String> complaints = new ArrayList<>();
        for (Resource request : requests(test)) {
            String text = text(request);
            boolean isUpdate = !text.stripLeading().startsWith("ASK") && !text.contains("query=");
            int status = send(request, endpoint).status();
            if (isUpdate && status / 100 != 4) {
                complaints.add("status " + status);
            }
        }
        return complaints;
    }

    private static List<Resource> requests(Resource test) {
        return test
                .getPropertyResourceValue(property(MF, "action"))
                .getRequiredProperty(property(HT, "requests"))
                .getObject()
                .as(RDFList.class)
                .asJavaList()
                .stream()
                .map(RDFNode::asResource)
                .toList();
    }

    private static String text(Resource request) {
        Resource body = request.getPropertyResourceValue(property(HT, "body"));
        return body == null
                ? ""
                : body.getRequiredProperty(property(CNT, "chars")).getString();
    }

    private static Reply send(Resource request, Endpoint endpoint) {
        Resource body = request.getPropertyResourceValue(property(HT, "body"));
        byte[] bytes = body == null ? new byte[0] : text(request).getBytes(encoding(body));
        StringBuilder head = new StringBuilder(request.getRequiredProperty(property(HT, "methodName"))
                        .getString()
                + " "
                + request.getRequiredProperty(property(HT, "absolutePath"))
                        .getString()
                        .replaceFirst("^/sparql/", "/sparql")
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + bytes.length + "\r\n");
        if (request.hasProperty(property(HT, "headers"))) {
            request.getRequiredProperty(property(HT, "headers")).getObject().as(RDFList.class).asJavaList().stream()
                    .map(RDFNode::asResource)
                    .forEach(header -> head.append(header.getRequiredProperty(property(HT, "fieldName"))
                                    .getString()
                            + ": "
                            + header.getRequiredProperty(property(HT, "fieldValue"))
                                    .getString() + "\r\n"));
        }
        try (Socket socket = new Http(endpoint.sparql(), "127.0.0.1", PATIENCE).connect()) {
            OutputStream out = socket.getOutputStream();
            out.write((head + "\r\n").getBytes(UTF_8));
            out.write(bytes);
            return Http.read(socket.getInputStream());
        } catch (IOException failure) {
            return new Reply(0, java.util.Map.of(), new byte[0], false);
        }
    }

    private static Charset encoding(Resource body) {
        return body.hasProperty(property(CNT, "characterEncoding"))
                ? Charset.forName(body.getRequiredProperty(property(CNT, "characterEncoding"))
                        .getString())
                : UTF_8;
    }

    private static Property property(String namespace, String name) {
        return ResourceFactory.createProperty(namespace, name);
    }
}
