package org.dossier.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.dossier.triples.Names;
import org.dossier.triples.Ontology;
import org.dossier.triples.Turtle;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierExportTest {

    private static final String BASE = "https://example.org/harbour/";

    private static final String FACTS = """
            id:harbour-office a dossier:Agency ;
                rdfs:label "Harbour Office", "Hafenamt"@de ;
                dossier:uses id:eye .
            id:eye a dossier:Technology ; rdfs:label "Eye \\"2\\"\\n\\u00e9\\\\" ; dossier:hasKind kind:facial-recognition .
            id:harbour-office--uses--eye a dossier:Claim ;
                rdf:subject id:harbour-office ; rdf:predicate dossier:uses ; rdf:object id:eye ;
                dossier:hasEvidence id:evidence-2, id:evidence-1 .
            id:storage a dossier:Measurement ;
                dossier:value 12.50, "400"^^xsd:decimal, "0012.5"^^xsd:decimal ; dossier:date "2025-07"^^xsd:gYearMonth ;
                dossier:hasUnit kind:terabyte ; dossier:isMeasuredFor id:harbour-office .
            id:evidence-1 a dossier:Evidence ; dossier:quote "it sees" ; dossier:isQuotedFrom id:paper .
            id:evidence-2 a dossier:Evidence ; dossier:quote "all ships" ; dossier:isQuotedFrom id:paper .
            id:paper a dossier:Source ; dossier:address "https://paper.example/1"^^xsd:anyURI ; dossier:isHeld false .
            """;

    private static final String DERIVED = """
            id:harbour-office--uses--eye dossier:hasStanding kind:reported ; dossier:independentRoots 1 .
            id:storage dossier:hasStanding kind:reported ; dossier:independentRoots 1 .
            """;

    @TempDir
    Path folder;

    @Test
    void writesTurtleInSectionsWithEverythingInOrder() throws IOException {
        export(units()).write(folder, EnumSet.of(ExportFormat.TTL));

        assertThat(text("dossier.ttl")).isEqualTo("""
                        @prefix dossier: <https://w3id.org/dossier/ns#> .
                        @prefix id: <https://example.org/harbour/> .
                        @prefix kind: <https://w3id.org/dossier/kind/> .
                        @prefix graph: <https://w3id.org/dossier/graph/> .
                        @prefix shape: <https://w3id.org/dossier/shape/> .
                        @prefix fn: <https://w3id.org/dossier/fn/> .
                        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
                        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                        @prefix owl: <http://www.w3.org/2002/07/owl#> .
                        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                        @prefix dcterms: <http://purl.org/dc/terms/> .
                        @prefix prov: <http://www.w3.org/ns/prov#> .
                        @prefix org: <http://www.w3.org/ns/org#> .
                        @prefix sosa: <http://www.w3.org/ns/sosa/> .
                        @prefix void: <http://rdfs.org/ns/void#> .

                        # Agency

                        id:harbour-office a dossier:Agency ;
                            rdfs:label
                                "Hafenamt"@de ,
                                "Harbour Office" ;
                            dossier:uses id:eye .

                        # Technology

                        id:eye a dossier:Technology ;
                            rdfs:label "Eye \\"2\\"\\né\\\\" ;
                            dossier:hasKind kind:facial-recognition .

                        # Claim

                        id:harbour-office--uses--eye a dossier:Claim ;
                            rdf:object id:eye ;
                            rdf:predicate dossier:uses ;
                            rdf:subject id:harbour-office ;
                            dossier:hasEvidence
                                id:evidence-1 ,
                                id:evidence-2 ;
                            dossier:hasStanding kind:reported ;
                            dossier:independentRoots 1 .

                        # Measurement

                        id:storage a dossier:Measurement ;
                            dossier:date "2025-07"^^xsd:gYearMonth ;
                            dossier:hasStanding kind:reported ;
                            dossier:hasUnit kind:terabyte ;
                            dossier:independentRoots 1 ;
                            dossier:isMeasuredFor id:harbour-office ;
                            dossier:value
                                12.5 ,
                                400.0 .

                        # Source

                        id:paper a dossier:Source ;
                            dossier:address "https://paper.example/1"^^xsd:anyURI ;
                            dossier:isHeld false .

                        # Evidence

                        id:evidence-1 a dossier:Evidence ;
                            dossier:isQuotedFrom id:paper ;
                            dossier:quote "it sees" .

                        id:evidence-2 a dossier:Evidence ;
                            dossier:isQuotedFrom id:paper ;
                            dossier:quote "all ships" .
                        """);
    }

    @Test
    void writesLoadUnitsAsNamedGraphs() throws IOException {
        Map<String, Graph> units = units();
        units.remove("facts-harbour");
        units.keySet().removeIf(name -> name.startsWith("ontology-"));

        export(units).write(folder, EnumSet.of(ExportFormat.NQ, ExportFormat.TRIG));

        assertThat(text("dossier.trig").replaceAll("@prefix.*\\n", "")).isEqualTo("""

                        graph:derived {

                            id:harbour-office--uses--eye dossier:hasStanding kind:reported ;
                                dossier:independentRoots 1 .

                            id:storage dossier:hasStanding kind:reported ;
                                dossier:independentRoots 1 .
                        }
                        """);
        assertThat(text("dossier.nq")).isEqualTo("""
                        <BASEharbour-office--uses--eye> <NShasStanding> <KINDreported> <GRAPHderived> .
                        <BASEharbour-office--uses--eye> <NSindependentRoots> "1"^^<XSDinteger> <GRAPHderived> .
                        <BASEstorage> <NShasStanding> <KINDreported> <GRAPHderived> .
                        <BASEstorage> <NSindependentRoots> "1"^^<XSDinteger> <GRAPHderived> .
                        """.replace("BASE", BASE)
                .replace("NS", Names.TERMS)
                .replace("KIND", Names.KINDS)
                .replace("GRAPH", Names.GRAPHS)
                .replace("XSD", "http://www.w3.org/2001/XMLSchema#"));
    }

    @Test
    void writesJsonThatPeopleCanRead() throws IOException {
        export(units()).write(folder, EnumSet.of(ExportFormat.JSONLD));

        assertThat(text("dossier.jsonld")).contains("""
                            {
                              "@id": "id:storage",
                              "@type": "dossier:Measurement",
                              "date": {
                                "@type": "xsd:gYearMonth",
                                "@value": "2025-07"
                              },
                              "hasStanding": "kind:reported",
                              "hasUnit": "kind:terabyte",
                              "independentRoots": "1",
                              "isMeasuredFor": "id:harbour-office",
                              "value": [
                                "12.5",
                                "400.0"
                              ]
                            },
                        """);
        assertThat(text("dossier.jsonld")).startsWith(text("context.jsonld").replaceFirst("\\s*}\\s*$", ""));
    }

    @Test
    void writesTheOntologyBesideTheData() throws IOException {
        List<Path> files = export(units()).write(folder, EnumSet.of(ExportFormat.ONTOLOGY));

        assertThat(files.stream().map(file -> file.getFileName().toString()))
                .containsExactly("alignments.ttl", "kinds.ttl", "ontology.ttl");
        assertSame(RDFDataMgr.loadGraph(folder.resolve("ontology.ttl").toString()), units().get("ontology-dossier"));
        assertSame(RDFDataMgr.loadGraph(folder.resolve("kinds.ttl").toString()), units().get("ontology-kinds"));
    }

    @Test
    void comesBackTheSame() {
        export(units()).write(folder, EnumSet.allOf(ExportFormat.class));

        assertSame(RDFDataMgr.loadGraph(folder.resolve("dossier.ttl").toString()), facts());
        assertSame(RDFDataMgr.loadGraph(folder.resolve("dossier.jsonld").toString()), facts());
        for (String file : List.of("dossier.nq", "dossier.trig")) {
            DatasetGraph read = RDFDataMgr.loadDatasetGraph(folder.resolve(file).toString());
            assertThat(read.getDefaultGraph().isEmpty()).isTrue();
            units().forEach((name, unit) ->
                    assertSame(read.getGraph(NodeFactory.createURI(Names.GRAPHS + name)), canonical(unit)));
        }
    }

    @Test
    void givesTheSameBytesWhateverTheOrderThreadLocaleAndTimeZone()
            throws IOException, InterruptedException, ExecutionException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int run = 0; run < 20; run++) {
                int seed = run;
                Locale.setDefault(List.of(Locale.ROOT, new Locale("tr", "TR"), new Locale("ar", "EG"), Locale.GERMANY)
                        .get(run % 4));
                TimeZone.setDefault(TimeZone.getTimeZone(
                        List.of("UTC", "Asia/Kathmandu", "Pacific/Apia").get(run % 3)));
                runs.add(threads.submit(() -> export(shuffled(new Random(seed)))
                        .write(folder.resolve("run-" + seed), EnumSet.allOf(ExportFormat.class))));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdown();
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        Map<String, String> first = contents(folder.resolve("run-0"));
        assertThat(first).hasSize(9);
        for (int run = 1; run < 20; run++) {
            assertThat(contents(folder.resolve("run-" + run))).isEqualTo(first);
        }
    }

    @Test
    void namesBlankNodesByWhatIsSaidOfThem() throws IOException {
        Graph graph = graph("id:a skos:note [ rdfs:label \"x\" ], [ rdfs:label \"y\" ; skos:note [] ] .");
        Graph again = graph("again.ttl", "id:a skos:note [ skos:note [] ; rdfs:label \"y\" ], [ rdfs:label \"x\" ] .");

        export(Map.of("facts-a", graph, "facts-b", again))
                .write(folder.resolve("1"), EnumSet.allOf(ExportFormat.class));
        export(Map.of("facts-a", again, "facts-b", graph))
                .write(folder.resolve("2"), EnumSet.allOf(ExportFormat.class));

        assertThat(contents(folder.resolve("1"))).isEqualTo(contents(folder.resolve("2")));
        DatasetGraph read =
                RDFDataMgr.loadDatasetGraph(folder.resolve("1/dossier.nq").toString());
        assertThat(read.getGraph(NodeFactory.createURI(Names.GRAPHS + "facts-a"))
                        .isIsomorphicWith(graph))
                .isTrue();
        assertThat(RDFDataMgr.loadGraph(folder.resolve("1/dossier.ttl").toString())
                        .size())
                .isEqualTo(10);
    }

    @Test
    void givesChecksumsThatHold() throws IOException, InterruptedException {
        export(units()).write(folder, EnumSet.allOf(ExportFormat.class));

        assertThat(text("SHA256SUMS").lines().map(line -> line.substring(66)))
                .containsExactly(
                        "alignments.ttl",
                        "context.jsonld",
                        "dossier.jsonld",
                        "dossier.nq",
                        "dossier.trig",
                        "dossier.ttl",
                        "kinds.ttl",
                        "ontology.ttl");
        assertThat(run("sha256sum", "--quiet", "-c", "SHA256SUMS")).isEmpty();
    }

    @Test
    void readsAsTheSameTriplesInOtherTools() throws IOException, InterruptedException {
        export(units()).write(folder, EnumSet.allOf(ExportFormat.class));
        Assumptions.assumeTrue(isThere("rapper", "--version"), "rapper is not installed (Debian: raptor2-utils)");
        Assumptions.assumeTrue(
                isThere("/usr/bin/python3", "-c", "import rdflib"), "rdflib is not installed (Debian: python3-rdflib)");

        assertSameLines(run("rapper", "-q", "-i", "turtle", "-o", "ntriples", "dossier.ttl"), facts());
        for (String form :
                List.of("dossier.ttl turtle", "dossier.jsonld json-ld", "dossier.nq nquads", "dossier.trig trig")) {
            String[] words = form.split(" ", -1);
            String read = run("/usr/bin/python3", "-c", RDFLIB, words[0], words[1]);
            Graph expected = words[1].matches("turtle|json-ld") ? facts() : all();
            assertThat(read.strip()).as(form).isEqualTo(Integer.toString(expected.size()));
        }
        assertSameLines(run("/usr/bin/python3", "-c", TO_NTRIPLES, "dossier.ttl", "turtle"), facts());
        assertSameLines(run("/usr/bin/python3", "-c", TO_NTRIPLES, "dossier.jsonld", "json-ld"), facts());
    }

    private static final String RDFLIB = """
            import sys, rdflib
            data = rdflib.ConjunctiveGraph()
            data.parse(sys.argv[1], format=sys.argv[2])
            print(len(set(data.triples((None, None, None)))))
            """;

    private static final String TO_NTRIPLES = """
            import sys, rdflib
            data = rdflib.Graph()
            data.parse(sys.argv[1], format=sys.argv[2])
            sys.stdout.buffer.write(data.serialize(format='nt', encoding='utf-8'))
            """;

    @Test
    void leavesTheOldFilesWhenOneOfTheNewCannotBeWritten() throws IOException {
        export(units()).write(folder, EnumSet.of(ExportFormat.TTL));
        Files.writeString(folder.resolve("mine.txt"), "mine");
        Map<String, String> before = contents(folder);
        ExportFolder files = new ExportFolder(folder);
        files.add("dossier.nq", out -> out.write(1));
        files.add("dossier.ttl", out -> {
            out.write(new byte[100_000]);
            throw new IOException("No space left on device");
        });

        assertThatThrownBy(files::write)
                .isInstanceOf(SurroundingsException.class)
                .hasMessage("cannot write " + folder.resolve("dossier.ttl") + ": No space left on device");
        assertThat(contents(folder)).isEqualTo(before);
    }

    @Test
    void namesTheFolderThatCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> export(units()).write(file, EnumSet.of(ExportFormat.TTL)))
                .isInstanceOf(SurroundingsException.class)
                .hasMessageStartingWith("cannot write " + file + ": ");
    }

    private static DossierExport export(Map<String, Graph> units) {
        DatasetGraph data = DatasetGraphFactory.create();
        units.forEach((name, unit) -> data.addGraph(NodeFactory.createURI(Names.GRAPHS + name), unit));
        return new DossierExport(data, BASE);
    }

    private static Map<String, Graph> units() {
        Map<String, Graph> units = new TreeMap<>();
        Ontology.of(Path.of("no-such-folder"), new Problems())
                .units()
                .forEach(unit -> units.put(Names.localName(unit.name()), unit.triples()));
        units.put("facts-harbour", graph(FACTS));
        units.put("derived", graph(DERIVED));
        return units;
    }

    /** The same units with their triples, and themselves, put in in another order. */
    private static Map<String, Graph> shuffled(Random random) {
        List<Map.Entry<String, Graph>> units = new ArrayList<>(units().entrySet());
        Collections.shuffle(units, random);
        Map<String, Graph> shuffled = new LinkedHashMap<>();
        units.forEach(unit -> {
            List<Triple> triples = new ArrayList<>(unit.getValue().find().toList());
            Collections.shuffle(triples, random);
            Graph graph = random.nextBoolean() ? GraphMemFactory.createGraphMem2() : GraphFactory.createTxnGraph();
            triples.forEach(graph::add);
            shuffled.put(unit.getKey(), graph);
        });
        return shuffled;
    }

    private static Graph facts() {
        return canonical(graph(FACTS + DERIVED));
    }

    private static Graph all() {
        Graph all = GraphMemFactory.createDefaultGraphSameTerm();
        units().values().forEach(unit -> canonical(unit).find().forEachRemaining(all::add));
        return all;
    }

    private static Graph canonical(Graph graph) {
        Graph canonical = GraphMemFactory.createDefaultGraphSameTerm();
        Blocks.sorted(graph).forEach(canonical::add);
        return canonical;
    }

    private static Graph graph(String triples) {
        return graph("invented.ttl", triples);
    }

    private static Graph graph(String file, String triples) {
        StringBuilder text = new StringBuilder();
        Names.prefixes(BASE).forEach((name, iri) -> text.append("@prefix " + name + ": <" + iri + "> .\n"));
        return Turtle.read(file, text + triples, new Problems());
    }

    private static void assertSame(Graph found, Graph expected) {
        assertThat(lines(found)).isEqualTo(lines(expected));
    }

    private static void assertSameLines(String ntriples, Graph expected) {
        Graph found = GraphMemFactory.createDefaultGraphSameTerm();
        RDFDataMgr.read(found, new ByteArrayInputStream(ntriples.getBytes(UTF_8)), Lang.NTRIPLES);
        assertSame(found, expected);
    }

    private static List<String> lines(Graph graph) {
        return graph.stream()
                .map(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                        .map(NodeFmtLib::strNT)
                        .toList()
                        .toString())
                .sorted()
                .toList();
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static boolean isThere(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
