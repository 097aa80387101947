package org.dossier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.dossier.browser.Dossiers;
import org.dossier.serve.DossierServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other programs than Jena read each form of RDF that the server sends, and find the same triples in it. */
class OtherReadersTest {

    private static final List<String> DOCUMENTS = List.of(
            "/doc/azure",
            "/doc/ice",
            "/doc/ice-azure",
            "/doc/microsoft--supports-activity-of--immigration-enforcement",
            "/doc/kind/cloud-platform",
            "/doc/graph/facts-ice-azure",
            "/vocabulary",
            "/release");

    private static final Map<String, Lang> FORMS =
            new TreeMap<>(Map.of("ttl", Lang.TURTLE, "nt", Lang.NTRIPLES, "jsonld", Lang.JSONLD11));

    private static final List<String> FURTHER = List.of("/q/storage-over-time.ttl", "/q/entities.ttl");

    /** Prints for each file how many triples it holds, and keeps them as sorted N-Triples beside it. */
    private static final String RDFLIB = """
            import sys
            import rdflib
            from rdflib import Graph
            from rdflib.compare import to_canonical_graph
            rdflib.NORMALIZE_LITERALS = False
            formats = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld"}
            for name in sys.argv[1:]:
                graph = Graph()
                graph.parse(name, format=formats[name.rsplit(".", 1)[1]])
                print(name, len(graph))
                with open(name + ".read", "w", encoding="utf-8") as out:
                    out.write(to_canonical_graph(graph).serialize(format="nt"))
            """;

    @TempDir
    static Path folder;

    private static DossierServer server;

    /** File of each document in each form, with the triples that Jena finds in it. */
    private static final Map<Path, Graph> READ_BY_JENA = new TreeMap<>();

    @BeforeAll
    static void fetch() throws IOException, InterruptedException {
        Dossiers.Built shipped = Dossiers.shipped();
        server = ServedDossier.start(shipped.folder(), shipped.release());
        for (String document : DOCUMENTS) {
            for (String form : FORMS.keySet()) {
                save(document + "." + form);
            }
        }
        for (String further : FURTHER) {
            save(further);
        }
    }

    private static void save(String path) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve(path.substring(1).replace('/', '-')), get(path));
        Lang form = FORMS.get(path.substring(path.lastIndexOf('.') + 1));
        READ_BY_JENA.put(file, graph(Files.readString(file), form));
    }

    private static String get(String path) throws IOException, InterruptedException {
        URI address = server.address().resolve(path);
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private static Graph graph(String text, Lang lang) {
        return RDFParser.fromString(text, lang).toGraph();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<String> run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttl", "nt"})
    void rapperReadsTheSame(String form) throws IOException, InterruptedException {
        assumeTrue(isThere("rapper"), "skipped: rapper is not installed");
        int files = 0;
        for (Map.Entry<Path, Graph> file : READ_BY_JENA.entrySet()) {
            if (file.getKey().toString().endsWith("." + form)) {
                List<String> lines = run(
                        "rapper",
                        "-q",
                        "-i",
                        form.equals("ttl") ? "turtle" : "ntriples",
                        file.getKey().toString());

                assertThat(graph(String.join("\n", lines), Lang.NTRIPLES).isIsomorphicWith(file.getValue()))
                        .as(file.getKey().toString())
                        .isTrue();
                files++;
            }
        }
        assertThat(files).isGreaterThanOrEqualTo(DOCUMENTS.size());
    }

    /** Its JSON-LD is read by a processor of its own, by the context that stands in the document. */
    @Test
    void rdflibReadsTheSame() throws IOException, InterruptedException {
        String python = pythonWithRdflib();
        List<String> command = new ArrayList<>(List.of(python, "-c", RDFLIB));
        READ_BY_JENA.keySet().forEach(file -> command.add(file.toString()));

        List<String> counts = run(command.toArray(String[]::new));

        assertThat(counts).hasSize(READ_BY_JENA.size());
        for (Map.Entry<Path, Graph> file : READ_BY_JENA.entrySet()) {
            Graph read = graph(Files.readString(Path.of(file.getKey() + ".read")), Lang.NTRIPLES);
            assertThat(read.size()).as(file.getKey().toString()).isPositive();
            assertThat(read.isIsomorphicWith(file.getValue()))
                    .as(file.getKey().toString())
                    .isTrue();
        }
    }

    /** JSON without a context of its own means the same with the one that the server publishes. */
    @Test
    void thePublishedContextGivesTheSameTriples() throws IOException, InterruptedException {
        String python = pythonWithRdflib();
        Files.writeString(folder.resolve("context.jsonld"), get("/context.jsonld"));
        String program = """
                import json
                import rdflib
                from rdflib import Graph
                rdflib.NORMALIZE_LITERALS = False
                context = json.load(open("context.jsonld"))
                document = json.load(open("doc-ice.jsonld"))
                del document["@context"]
                graph = Graph()
                graph.parse(data=json.dumps({**context, **document}), format="json-ld")
                print(graph.serialize(format="nt"))
                """;

        Graph read = graph(String.join("\n", run(python, "-c", program)), Lang.NTRIPLES);

        assertThat(read.isIsomorphicWith(READ_BY_JENA.get(folder.resolve("doc-ice.ttl"))))
                .isTrue();
    }

    private static String pythonWithRdflib() throws IOException, InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            if ((python.startsWith("/") ? Files.isExecutable(Path.of(python)) : isThere(python))
                    && new ProcessBuilder(python, "-c", "import rdflib").start().waitFor() == 0) {
                return python;
            }
        }
        assumeTrue(false, "skipped: no Python with rdflib is installed");
        return "";
    }
}
