package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.dossier.problem.Problems;
import org.dossier.release.ReleaseContent;
import org.dossier.release.Releases;
import org.dossier.serve.DossierServer;
import org.dossier.serve.ServerSettings;
import org.dossier.serve.Setting;
import org.dossier.triples.Ontology;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows a dossier whose every text tries to be markup: nothing of it becomes an element, an attribute or a live link. */
class HostilePagesTest {

    private static final String EVIL =
            "</script><script>alert(1)</script>\\\"'><img src=x onerror=alert(2)>\u202Egnp.exe";

    private static final String TRIPLES = """
            PREFIX dossier: <https://w3id.org/dossier/ns#>
            PREFIX kind: <https://w3id.org/dossier/kind/>
            PREFIX id: <https://example.org/id/>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            id:firm a dossier:Firm ; rdfs:label "EVIL firm" ; skos:altLabel "EVIL", "LONG" ; skos:note "EVIL" ;
              skos:exactMatch <javascript:alert(3)>, <https://example.org/ok> ; dossier:makes id:tool .
            id:tool a dossier:Technology ; rdfs:label "LONG" .
            id:firm--makes--tool a dossier:Claim ; rdf:subject id:firm ; rdf:predicate dossier:makes ; rdf:object id:tool ;
              dossier:hasEvidence id:evidence-1 ; dossier:hasCounterEvidence id:evidence-1 ; dossier:hasStanding kind:disputed .
            id:evidence-1 a dossier:Evidence ; dossier:isQuotedFrom id:source ; dossier:quote "EVIL" ; dossier:locator "EVIL" ;
              dossier:hedge "EVIL" .
            id:source a dossier:Source ; dcterms:title "EVIL" ; dossier:address "javascript:alert(4)"^^xsd:anyURI ;
              dossier:archivedAt "https://example.org/EVIL"^^xsd:anyURI .
            id:said a dossier:Statement ; dossier:text "EVIL" ; dossier:isAttributedTo id:firm ; dossier:denies id:firm--makes--tool ;
              dossier:hasEvidence id:evidence-1 ; dossier:date "EVIL" ; dossier:hasStanding kind:reported .
            id:open a dossier:OpenQuestion ; dossier:text "EVIL" ; dossier:isAbout id:firm ; dossier:hasStanding kind:stated .
            id:deal a dossier:Contract ; rdfs:label "EVIL" ; dossier:isAwardedTo id:firm ; dossier:hasStanding kind:documented .
            id:act a dossier:ContractAction ; dossier:isActionOf id:deal ; dossier:obligatedAmount 12.5 ; dossier:date "EVIL" .
            """;

    @TempDir
    static Path folder;

    private static DossierServer server;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(
                folder.resolve("dossier.yaml"),
                "title: '</script><b>odd</b>'\ndescription: '</script><i>odd</i> & \"quoted\"'\nbase: https://example.org/id/\n");
        Files.createDirectories(folder.resolve("queries"));
        Files.writeString(
                folder.resolve("queries/odd.rq"),
                "# <script>alert(5)</script> & what?\n# group: <b>odd</b>\n# param thing: thing = any -- <i>odd</i>\n"
                        + "SELECT ?thing ?name { ?thing rdfs:label|skos:altLabel ?name } ORDER BY ?name LIMIT 50\n");
        Files.writeString(
                folder.resolve("queries/drawn.rq"),
                "# How long is a name?\n# chart: bar name,thing letters\n"
                        + "SELECT ?thing ?name ?letters { ?thing rdfs:label ?name FILTER (STRSTARTS(STR(?thing), STR(id:)))"
                        + " BIND (STRLEN(?name) AS ?letters) }\n");
        String turtle = TRIPLES.replace("EVIL", EVIL).replace("LONG", "long ".repeat(2000) + "<u>");
        TreeMap<String, Graph> units = new TreeMap<>(
                Map.of("facts-odd", RDFParser.fromString(turtle, Lang.TURTLE).toGraph()));
        Ontology.of(folder, new Problems()).terms().forEach((name, graph) -> units.put("ontology-" + name, graph));
        ReleaseContent content =
                new ReleaseContent("odd", "https://example.org/id/", units, Map.of(), new TreeMap<>(), Map.of());
        server = DossierServer.start(
                new Releases(folder.resolve("build"))
                        .write(content, "test", Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC)),
                ServerSettings.of(Map.of(Setting.PORT, "0")),
                new DossierSites(folder));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> get(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(server.address().resolve(path))
                                    .header("Accept", "text/html")
                                    .build(),
                            BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/q/odd",
                "/q/drawn",
                "/q/odd?sort=-name&thing=%3Cscript%3Ealert(6)%3C/script%3E",
                "/doc/firm",
                "/doc/tool",
                "/doc/firm--makes--tool",
                "/doc/evidence-1",
                "/doc/source",
                "/doc/said",
                "/doc/open",
                "/doc/deal",
                "/doc/act",
                "/doc/kind/disputed",
                "/search?words=%22%3E%3Cscript%3Ealert(7)%3C/script%3E",
                "/search?words=script",
                "/search?words=script&class=Firm",
                "/search?words=script&class=%22%3E%3Cscript%3E",
                "/sources",
                "/open-questions",
                "/vocabulary",
                "/changes",
                "/release",
                "/doc/%22%3E%3Cscript%3E",
                "/nowhere%3Cimg%20src=x%3E"
            })
    void letsNoTextBecomeMarkup(String path) {
        HttpResponse<String> response = get(path);
        Document page = Jsoup.parse(response.body());

        assertThat(response.statusCode()).isIn(200, 400, 404);
        assertThat(
                        page.select(
                                "script:not([type=application/ld+json], [type=importmap], [src^=/static/own/]), img, iframe, b, i, u, style"))
                .isEmpty();
        assertThat(page.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(attribute -> attribute.getKey())
                        .filter(name -> name.startsWith("on") || name.equals("style")))
                .isEmpty();
        assertThat(page.select("[href], [src], [action]").stream().map(HostilePagesTest::address))
                .allMatch(address -> address.matches("(/|#|https?://).*") && !address.startsWith("//"));
    }

    private static String address(Element element) {
        return element.attr("href") + element.attr("src") + element.attr("action");
    }

    @Test
    void showsALongNameOnItsPageWithoutEnd() {
        Document page = Jsoup.parse(get("/doc/tool").body());

        assertThat(page.select("h1").text()).hasSizeLessThan(260).endsWith("…");
        assertThat(page.title()).hasSizeLessThan(220);
    }

    @ParameterizedTest
    @CsvSource({"/doc/firm.ttl, TURTLE", "/doc/firm.nt, NTRIPLES", "/doc/firm.jsonld, JSONLD", "/q/odd.ttl, TURTLE"})
    void writesEachTextSoThatItIsReadAgain(String path, String form) {
        Graph read = RDFParser.fromString(get(path).body(), RDFLanguages.nameToLang(form))
                .base("https://example.org/")
                .toGraph();

        assertThat(read.stream().map(Triple::getObject).filter(Node::isLiteral).map(Node::getLiteralLexicalForm))
                .contains(EVIL.replace("\\\"", "\"") + " firm");
    }

    @Test
    void linksOnlyToTheWeb() {
        Document page = Jsoup.parse(get("/doc/firm").body());

        assertThat(page.select("a[href^=https://example.org/ok]")).hasSize(1);
        assertThat(page.text()).contains("javascript:alert(3)");
    }
}
