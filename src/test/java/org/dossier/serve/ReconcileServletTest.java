package org.dossier.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
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
import org.dossier.problem.Problems;
import org.dossier.release.Release;
import org.dossier.triples.Ontology;
import org.dossier.triples.SortedTurtle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Leads the exchange that OpenRefine leads, with a real server on a free port. */
class ReconcileServletTest {

    private static final Path SCHEMAS = Path.of("../shared/suites/reconciliation-0.2/schemas");
    private static final String SPECIFICATION = "https://reconciliation-api.github.io/specs/0.2/schemas/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final String THINGS = """
            PREFIX dossier: <https://w3id.org/dossier/ns#>
            PREFIX id: <https://example.org/id/>
            PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            id:harbor a dossier:Firm ; rdfs:label "Iron Harbor" ; skos:altLabel "Iron Harbor Systems Inc." ; dossier:cik "77" .
            id:mill a dossier:Firm ; rdfs:label "Cobalt <Mill>" ; org:subOrganizationOf id:harbor .
            id:watch a dossier:Agency ; rdfs:label "Harbor Watch" ; dossier:cgacCode "070" .
            id:cameras a dossier:Technology ; rdfs:label "Quay cameras" .
            """;

    @TempDir
    static Path folder;

    private static Release release;
    private static DossierServer server;

    @BeforeAll
    static void start() throws IOException {
        release = TestRelease.write(folder, ontology() + THINGS);
        server = DossierServer.start(release, settings(Map.of()), (served, data) -> List.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String ontology() throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        new SortedTurtle(Map.of())
                .write(Ontology.of(Path.of(""), new Problems()).allTerms(), bytes);
        return bytes.toString(UTF_8) + "\n";
    }

    private static ServerSettings settings(Map<Setting, String> more) {
        Map<Setting, String> all = new java.util.EnumMap<>(Setting.class);
        all.put(Setting.PORT, "0");
        all.putAll(more);
        return ServerSettings.of(all);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(server.address().resolve(path)));
    }

    private static HttpResponse<String> post(URI address, String name, String value) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(name + "=" + encoded(value))));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        try {
            return JSON.readTree(response.body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    // ---- the schemas of the specification

    private static String schema(String iri) {
        try {
            return Files.readString(SCHEMAS.resolve(iri.substring(iri.lastIndexOf('/') + 1)))
                    .replace("http://json-schema.org/schema#", "http://json-schema.org/draft-07/schema#")
                    .replace(
                            "\"$ref\": \"http://swagger.io/v2/schema.json#/definitions/securityDefinitions/additionalProperties\"",
                            "\"type\": \"object\"");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode valid(String schema, HttpResponse<String> response) {
        JsonNode answer = json(response);
        if (Files.exists(SCHEMAS)) {
            List<Error> errors = SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_7, builder -> builder.schemas(ReconcileServletTest::schema))
                    .getSchema(SchemaLocation.of(SPECIFICATION + schema + ".json"))
                    .validate(response.body(), InputFormat.JSON);
            assertThat(errors).as(response.body()).isEmpty();
        }
        return answer;
    }

    // ---- an exchange as OpenRefine leads it

    @Test
    void followsTheSpecificationFromManifestToPreview() {
        assumeTrue(Files.exists(SCHEMAS), "the schemas of the specification are not at hand");
        JsonNode manifest = valid("manifest", get("/reconcile"));
        URI root = server.address().resolve("/reconcile");
        assertThat(manifest.at("/suggest/entity/service_url").asText()).isEqualTo(root.toString());

        String batch = "{\"q0\": {\"query\": \"IRON HARBOR SYSTEMS\", \"type\": \"Firm\", \"limit\": 3},"
                + " \"q1\": {\"query\": \"Harbor Watch\", \"properties\": [{\"pid\": \"cgacCode\", \"v\": \"070\"}]}}";
        JsonNode matched = valid("reconciliation-result-batch", post(root, "queries", batch));
        String harbor = matched.at("/q0/result/0/id").asText();
        assertThat(harbor).isEqualTo("harbor");
        assertThat(matched.at("/q0/result/0/match").asBoolean()).isFalse();
        assertThat(matched.at("/q1/result/0/match").asBoolean()).isTrue();

        JsonNode suggestion = manifest.at("/suggest/entity");
        String suggest = suggestion.get("service_url").asText()
                + suggestion.get("service_path").asText();
        JsonNode suggested =
                valid("suggest-entities-response", send(HttpRequest.newBuilder(URI.create(suggest + "?prefix=coba"))));
        assertThat(suggested.at("/result/0/id").asText()).isEqualTo("mill");
        valid("suggest-properties-response", get("/reconcile/suggest/property?prefix=c&cursor=1"));
        valid("suggest-types-response", get("/reconcile/suggest/type?prefix="));

        String flyout = suggestion.get("flyout_service_url").asText()
                + suggestion.get("flyout_service_path").asText().replace("${id}", "mill");
        assertThat(json(send(HttpRequest.newBuilder(URI.create(flyout))))
                        .get("html")
                        .asText())
                .contains("Cobalt &lt;Mill&gt;");

        JsonNode proposed = valid("data-extension-property-proposal", get("/reconcile/properties?type=Firm&limit=50"));
        assertThat(proposed.at("/properties").findValuesAsText("id")).contains("cik");
        JsonNode extended = valid(
                "data-extension-response",
                post(root, "extend", "{\"ids\": [\"" + harbor + "\"], \"properties\": [{\"id\": \"cik\"}]}"));
        assertThat(extended.at("/rows/harbor/cik/0/str").asText()).isEqualTo("77");

        String preview = manifest.at("/preview/url").asText().replace("{{id}}", harbor);
        HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(preview)));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body())
                .contains("Iron Harbor", root.resolve("/id/harbor").toString());
    }

    @Test
    void takesABatchInTheAddressToo() {
        JsonNode matched = json(get("/reconcile?queries=" + encoded("{\"q\": {\"query\": \"quay cameras\"}}")));

        assertThat(matched.at("/q/result/0/id").asText()).isEqualTo("cameras");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reconcile?callback=steal", "/reconcile/suggest/entity?prefix=a&callback=steal"})
    void neverAnswersAsAScriptOfAnotherSitesMaking(String path) {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo("answers are JSON, never a script of another site's making; leave 'callback' out\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reconcile/suggest/planet?prefix=a",
                "/reconcile/preview?id=nobody",
                "/reconcile/preview",
                "/reconcile/flyout/entity?id=%3Cscript%3E",
                "/reconcile/nowhere"
            })
    void hasNothingAtOtherAddresses(String path) {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("there is nothing at this address\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '$', textBlock = """
            queries | [1]                       | queries is no JSON object
            queries | {"q": {}}                 | query 'q' has neither 'query' nor 'properties'
            queries | {"q": {"query": "a"}      | queries is no JSON: Unexpected end-of-input: expected close marker for Object (opened in line 1, column 1)
            queries | {"q": {"query": "a", "limit": 0}}    | the limit of query 'q' is 0; write a whole number from 1 on
            queries | {"q": {"query": "a", "limit": -1}}   | the limit of query 'q' is -1; write a whole number from 1 on
            queries | {"q": {"query": "a", "limit": "5"}}  | the limit of query 'q' is "5"; write a whole number from 1 on
            extend  | {"ids": ["harbor"]}       | extend has no lists 'ids' and 'properties'
            """)
    void refusesWhatDoesNotFollowTheSpecification(String name, String value, String expected) {
        HttpResponse<String> response = post(server.address().resolve("/reconcile"), name, value);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith(expected).doesNotContain("Exception");
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThat(get("/reconcile?queries=%FF%FE").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesABodyThatIsTooLargeBeforeItIsSent() throws IOException {
        try (Socket client = new Socket("localhost", server.address().getPort())) {
            client.getOutputStream().write("""
                    POST /reconcile HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Content-Length: 400000\r
                    \r
                    """.getBytes(UTF_8));

            assertThat(new String(client.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 413 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void takesNothingButQuestions(String method) {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(server.address().resolve("/reconcile"))
                        .method(method, BodyPublishers.ofString("x")));

        assertThat(response.statusCode()).isEqualTo(405);
    }

    @Test
    void endsWorkThatTakesTooLong() {
        StringBuilder batch = new StringBuilder("{");
        for (int i = 0; i < 500; i++) {
            batch.append(i == 0 ? "" : ",").append("\"q" + i + "\":{\"query\":\"Iron Harbor " + i + "\"}");
        }
        try (DossierServer hasty = DossierServer.start(
                release, settings(Map.of(Setting.QUERY_SECONDS, "0.001")), (served, data) -> List.of())) {
            HttpResponse<String> response = post(
                    hasty.address().resolve("/reconcile"),
                    "queries",
                    batch.append('}').toString());

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("took longer than", "(query-seconds)");
        }
    }

    /** The time that it takes counts as query time of its client. */
    @Test
    void standsUnderTheLimitsOfQueries() {
        try (DossierServer strict = DossierServer.start(
                release, settings(Map.of(Setting.CLIENT_SECONDS, "0.001")), (served, data) -> List.of())) {
            URI root = strict.address().resolve("/reconcile");
            int first = post(root, "queries", "{\"q\": {\"query\": \"Iron Harbor\"}}")
                    .statusCode();
            HttpResponse<String> second = post(root, "queries", "{\"q\": {\"query\": \"Iron Harbor\"}}");

            assertThat(first).isEqualTo(200);
            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void otherSitesReadItOnlyWhereTheyMayReadAnswers() {
        assertThat(get("/reconcile").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        try (DossierServer open =
                DossierServer.start(release, settings(Map.of(Setting.ORIGINS, "any")), (served, data) -> List.of())) {
            HttpResponse<String> response =
                    send(HttpRequest.newBuilder(open.address().resolve("/reconcile")));

            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
        }
    }

    @Test
    void namesTheAddressByWhichAProxyIsReached() {
        try (DossierServer behind = DossierServer.start(
                release,
                settings(Map.of(Setting.PROXY, "forwarded", Setting.NAMES, "dossier.example")),
                (served, data) -> List.of())) {
            HttpResponse<String> response =
                    send(HttpRequest.newBuilder(behind.address().resolve("/reconcile"))
                            .header("X-Forwarded-Proto", "https")
                            .header("X-Forwarded-For", "192.0.2.1"));

            assertThat(json(response).at("/suggest/type/service_url").asText())
                    .isEqualTo(behind.address().resolve("/reconcile").toString().replace("http:", "https:"));
        }
    }
}
