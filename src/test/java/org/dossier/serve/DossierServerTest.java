package org.dossier.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFParser;
import org.dossier.problem.SurroundingsException;
import org.dossier.release.Release;
import org.dossier.release.Releases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks a real server on a free port, as a client does. */
class DossierServerTest {

    private static final String EVERYTHING = "SELECT * { ?s ?p ?o } ORDER BY ?o";

    private static final DossierServer.Sites NO_PAGES = (served, data) -> List.of();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static Release release;
    private static DossierServer server;

    @BeforeAll
    static void start() {
        release = TestRelease.write(folder, TestRelease.TWO_TRIPLES);
        Site home = visit -> visit.path().equals("/") ? Optional.of(Site.Page.html("<h1>Bé</h1>")) : Optional.empty();
        server = DossierServer.start(release, onFreePort("5"), (served, data) -> List.of(home));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ServerSettings onFreePort(String querySeconds) {
        return ServerSettings.of(Map.of(Setting.PORT, "0", Setting.QUERY_SECONDS, querySeconds));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(server.address().resolve(path));
    }

    private static HttpRequest.Builder query(String text) {
        return at("/sparql?query=" + URLEncoder.encode(text, UTF_8));
    }

    private static String contentType(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("none");
    }

    @Test
    void answersInJsonWhenTheClientNamesNothing() {
        HttpResponse<String> response = send(query("SELECT ?name { <https://example.org/id/b> ?p ?name }"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(contentType(response)).isEqualTo("application/sparql-results+json");
        assertThat(response.body().replaceAll("\\s+", " "))
                .isEqualTo("{ \"head\": { \"vars\": [ \"name\" ] } , \"results\": { \"bindings\": ["
                        + " { \"name\": { \"type\": \"literal\" , \"value\": \"Bé\" } } ] } } ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                             | application/sparql-results+json
            application/sparql-results+xml                  | application/sparql-results+xml
            text/csv                                        | text/csv; charset=utf-8
            text/csv;q=0.5, text/tab-separated-values;q=0.6 | text/tab-separated-values; charset=utf-8
            application/json                                | application/sparql-results+json
            text/html, application/json;q=0.1               | application/sparql-results+json
            text/csv; q = 1                                 | application/sparql-results+json
            """)
    void answersInTheFormatThatTheClientAccepts(String accept, String expected) {
        HttpResponse<String> response = send(query(EVERYTHING).header("Accept", accept));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(contentType(response)).isEqualTo(expected);
    }

    @Test
    void namesTheFormatsWhenItHasNoneThatTheClientAccepts() {
        HttpResponse<String> response = send(query(EVERYTHING).header("Accept", "image/png"));

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.body())
                .isEqualTo("none of the formats that you accept is to be had;"
                        + " name one of json, xml, csv, tsv with ?format=\n");
    }

    @Test
    void takesAQueryAsAForm() {
        HttpResponse<String> response = send(at("/sparql")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/csv")
                .POST(BodyPublishers.ofString("query=" + URLEncoder.encode("ASK { ?s ?p ?o }", UTF_8))));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("_askResult\r\ntrue\r\n");
    }

    @Test
    void takesAQueryAsTheBody() {
        HttpResponse<String> response = send(at("/sparql?format=nt")
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString("CONSTRUCT WHERE { ?s <https://example.org/id/name> ?name }")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("<https://example.org/id/b> <https://example.org/id/name> \"Bé\" .\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sparql?a=b", "/sparql?format=json"})
    void missesTheQueryOfAGetWhateverTypeItSays(String path) {
        HttpResponse<String> response = send(at(path).header("Content-Type", "application/sparql-query"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("SPARQL Query: No 'query=' parameter\n");
    }

    @Test
    void reachesALoadUnitAsANamedGraph() {
        HttpResponse<String> response =
                send(query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").header("Accept", "text/csv"));

        assertThat(response.body()).isEqualTo("g\r\nhttps://w3id.org/dossier/graph/facts-a\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <http://localhost:1/> { ?s ?p ?o } }",
                "SELECT * { { SELECT * { SERVICE ?s { ?s ?p ?o } } } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE SILENT <http://localhost:1/> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o } ORDER BY EXISTS { SERVICE SILENT <http://localhost:1/> { ?s ?p ?o } }",
                "SELECT (SUM(IF(EXISTS { SERVICE SILENT <http://localhost:1/> { ?s ?p ?o } }, 1, 2)) AS ?n) { ?s ?p ?o }"
            })
    void refusesToAskOtherServers(String query) {
        HttpResponse<String> response = send(query(query));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("SERVICE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (<java:java.lang.System>(1) AS ?x) {}",
                "SELECT * { ?s ?p ?o FILTER(<http://jena.apache.org/ARQ/function#wait>(10)) }",
                "SELECT * { ?s ?p ?o } ORDER BY <http://example.org/unknown>(?s)",
                "SELECT (MAX(<java:java.lang.System>(?s)) AS ?x) { ?s ?p ?o }",
                "SELECT ?x { ?s ?p ?o } GROUP BY (<java:java.lang.System>(?s) AS ?x)"
            })
    void refusesFunctionsThatAreNotStandard(String query) {
        HttpResponse<String> response = send(query(query));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("function");
    }

    @Test
    void callsStandardFunctions() {
        HttpResponse<String> response = send(query("""
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                PREFIX fn: <http://www.w3.org/2005/xpath-functions#>
                SELECT (xsd:integer("7") AS ?n) (fn:upper-case("a") AS ?t) {}""").header("Accept", "text/csv"));

        assertThat(response.body()).isEqualTo("n,t\r\n7,A\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /sparql          | application/sparql-update         | INSERT DATA { <a:a> <a:b> <a:c> }
            POST   | /sparql          | application/x-www-form-urlencoded | update=CLEAR+ALL
            POST   | /sparql          | text/turtle                       | <a:a> <a:b> <a:c> .
            POST   | /sparql?default  | text/turtle                       | <a:a> <a:b> <a:c> .
            PUT    | /sparql?default  | text/turtle                       | <a:a> <a:b> <a:c> .
            PUT    | /sparql?graph=a:g| text/turtle                       | <a:a> <a:b> <a:c> .
            PATCH  | /sparql          | application/rdf-patch             | A <a:a> <a:b> <a:c> .
            DELETE | /sparql?default  | text/turtle                       | -
            POST   | /sparql/update   | application/sparql-update         | CLEAR ALL
            POST   | /sparql/data     | text/turtle                       | <a:a> <a:b> <a:c> .
            POST   | /sparql/shacl    | text/turtle                       | <a:a> <a:b> <a:c> .
            POST   | /sparql/upload   | text/turtle                       | <a:a> <a:b> <a:c> .
            POST   | /$/datasets      | text/turtle                       | <a:a> <a:b> <a:c> .
            POST   | /$/compact/sparql| text/turtle                       | -
            """)
    void refusesEveryWayToWrite(String method, String path, String type, String body) {
        HttpResponse<String> response =
                send(at(path).header("Content-Type", type).method(method, BodyPublishers.ofString(body)));

        assertThat(response.statusCode()).isBetween(400, 499);
        assertThat(send(query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").header("Accept", "text/csv"))
                        .body())
                .isEqualTo("n\r\n2\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/sparql, application/sparql-query, gzip, ASK {}",
        "/sparql, application/sparql-query, 'gzip, gzip', ASK {}",
        "/sparql, application/x-www-form-urlencoded, gzip, query=ASK+%7B%7D",
        "/sparql, application/sparql-query, deflate, ASK {}",
        "/reconcile, application/x-www-form-urlencoded, br, queries=%7B%7D"
    })
    void takesNothingThatHasToBeUnpackedFirst(String path, String type, String encoding, String body) {
        HttpResponse<String> response = send(at(path).header("Content-Type", type)
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(gzipped(body))));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.headers().firstValue("Accept-Encoding")).hasValue("identity");
        assertThat(response.body())
                .isEqualTo("a compressed request is not taken; send it as it is, without Content-Encoding\n");
    }

    private static byte[] gzipped(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return packed.toByteArray();
    }

    @Test
    void stopsAQueryAtTheTimeThatTheClientNames() {
        HttpResponse<String> response = send(at("/sparql?timeout=0.1&query="
                + URLEncoder.encode(
                        "SELECT (COUNT(*) AS ?n) { VALUES ?a { 1 2 3 4 5 6 7 8 9 10 } VALUES ?b { 1 2 3 4 5 6 7 8 9 10 }"
                                + " VALUES ?c { 1 2 3 4 5 6 7 8 9 10 } VALUES ?d { 1 2 3 4 5 6 7 8 9 10 }"
                                + " VALUES ?e { 1 2 3 4 5 6 7 8 9 10 } VALUES ?f { 1 2 3 4 5 6 7 8 9 10 }"
                                + " VALUES ?g { 1 2 3 4 5 6 7 8 9 10 } VALUES ?h { 1 2 3 4 5 6 7 8 9 10 } }",
                        UTF_8)));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).startsWith("the query took longer than 100 ms (query-seconds)");
    }

    @Test
    void saysWhereAQueryIsWrong() {
        HttpResponse<String> response = send(query("SELECT *\n{ ?s ?p }"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("query:2:9: error[query-syntax]: ");
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, text/turtle; charset=utf-8, TTL",
        "application/ld+json, application/ld+json, JSONLD",
        "application/rdf+xml, application/rdf+xml, RDFXML",
        "*/*, text/turtle; charset=utf-8, TTL"
    })
    void describesItselfWhenNothingIsAsked(String accept, String contentType, String language) {
        HttpResponse<String> response = send(at("/sparql").header("Accept", accept));

        Graph description = RDFParser.fromString(
                        response.body(), org.apache.jena.riot.RDFLanguages.nameToLang(language))
                .toGraph();
        assertThat(contentType(response)).isEqualTo(contentType);
        assertThat(description.stream()
                        .filter(triple -> triple.getPredicate().getURI().endsWith("#endpoint"))
                        .map(triple -> triple.getObject().getURI()))
                .containsExactly(server.address() + "sparql");
    }

    @Test
    void tellsItsHealth() {
        HttpResponse<String> response = send(at("/health"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(contentType(response)).isEqualTo("application/json");
        assertThat(response.body())
                .startsWith("{\"release\":\"" + release.manifest().id()
                        + "\",\"built\":\"2026-01-02T03:04:05Z\",\"ageSeconds\":")
                .contains("\"triples\":2,", "\"store\":\"memory\",", "\"query-seconds\":\"5\"")
                .doesNotContain("\"host\"", "\"port\"");
    }

    @Test
    void showsThePagesOfItsSites() {
        HttpResponse<String> page = send(at("/"));

        assertThat(contentType(page)).isEqualTo("text/html;charset=utf-8");
        assertThat(page.body()).isEqualTo("<h1>Bé</h1>");
    }

    @Test
    void hasNothingElsewhere() {
        assertThat(send(at("/nowhere")).statusCode()).isEqualTo(404);
        assertThat(send(at("/$/ping")).statusCode()).isEqualTo(404);
        assertThat(send(at("/$/server")).statusCode()).isEqualTo(404);
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            ServerSettings settings = ServerSettings.of(Map.of(Setting.PORT, Integer.toString(taken.getLocalPort())));

            assertThatThrownBy(() -> DossierServer.start(release, settings, NO_PAGES))
                    .isInstanceOf(SurroundingsException.class)
                    .hasMessage("cannot listen on localhost:" + taken.getLocalPort()
                            + ": Address already in use; name another with --port");
        }
    }

    @Test
    void namesTheHostThatIsNotOfThisMachine() {
        ServerSettings settings = ServerSettings.of(Map.of(Setting.HOST, "nowhere.invalid", Setting.PORT, "0"));

        assertThatThrownBy(() -> DossierServer.start(release, settings, NO_PAGES))
                .isInstanceOf(SurroundingsException.class)
                .hasMessage("cannot listen on nowhere.invalid:0: there is no such host");
    }

    @Test
    void namesTheFileThatIsDamaged(@TempDir Path elsewhere) throws IOException {
        Release damaged = TestRelease.write(elsewhere, TestRelease.TWO_TRIPLES);
        Path file = damaged.folder().resolve("units/facts-a.nt");
        Files.writeString(file, Files.readString(file).replace("knows", "hates"));

        assertThatThrownBy(() -> DossierServer.start(damaged, onFreePort("5"), NO_PAGES))
                .isInstanceOf(SurroundingsException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void endsWhileAQueryRuns(@TempDir Path elsewhere) throws Exception {
        DossierServer other = DossierServer.start(release, onFreePort("600"), NO_PAGES);
        URI endless = other.address()
                .resolve("/sparql?query="
                        + URLEncoder.encode(
                                "SELECT (COUNT(*) AS ?n) { " + "{ ?s ?p ?o } UNION { ?t ?q ?r } ".repeat(40) + " }",
                                UTF_8));
        var answer = CLIENT.sendAsync(HttpRequest.newBuilder(endless).build(), BodyHandlers.ofString());
        while (!other.isAnswering()) {
            Thread.onSpinWait();
        }

        other.close();

        assertThat(answer.get().statusCode()).isEqualTo(503);
    }

    @Test
    void servesALargeReleaseFromItsDatabase(@TempDir Path elsewhere) {
        Release large = TestRelease.write(new Releases(elsewhere, 1), TestRelease.numbers(50));
        ServerSettings settings = ServerSettings.of(Map.of(Setting.PORT, "0", Setting.STORE, "disk"));

        try (DossierServer other = DossierServer.start(large, settings, NO_PAGES)) {
            URI count = other.address()
                    .resolve("/sparql?format=csv&query="
                            + URLEncoder.encode(
                                    "SELECT (COUNT(*) AS ?n) (SUM(?v) AS ?sum) { ?s ?p ?v FILTER EXISTS { GRAPH ?g { ?s ?p ?v } } }",
                                    UTF_8));
            assertThat(send(HttpRequest.newBuilder(count)).body()).isEqualTo("n,sum\r\n50,1275\r\n");
            assertThat(send(HttpRequest.newBuilder(other.address().resolve("/sparql")))
                            .body())
                    .contains("namedGraph");
            assertThat(elsewhere.resolve("open")).isNotEmptyDirectory();
            assertThat(other.storage())
                    .startsWith("serving release " + large.manifest().id()
                            + ", 50 triples, from disk; in memory it would take 0 MB of the ");
        }
        assertThat(elsewhere.resolve("open")).isEmptyDirectory();
    }
}
