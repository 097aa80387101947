package org.dossier.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.dossier.problem.Problems;
import org.dossier.triples.Ontology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReconciliationTest {

    private static final Path SUITE = Path.of("../shared/suites/reconciliation-0.2");
    private static final String SPECIFICATION = "https://reconciliation-api.github.io/specs/0.2/schemas/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String THINGS = """
            PREFIX dossier: <https://w3id.org/dossier/ns#>
            PREFIX id: <https://example.org/id/>
            PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            id:harbor a dossier:Firm ; rdfs:label "Iron Harbor" ; skos:altLabel "Iron Harbor Systems Inc." ; dossier:cik "77" .
            id:mill a dossier:Firm ; rdfs:label "Cobalt <Mill>" ; org:subOrganizationOf id:harbor .
            id:watch a dossier:Agency ; rdfs:label "Harbor Watch" ; dossier:cgacCode "070" .
            id:firm_uei_7 a dossier:Firm ; skos:altLabel "HARBOR HOLDCO 7 LLC" ; dossier:isRegistrationOf id:harbor .
            id:cameras a dossier:Technology ; rdfs:label "Quay cameras" .
            """;

    private static final Reconciliation SERVICE =
            new Reconciliation(graph(), "https://example.org/id/", "Invented dossier");

    private static Graph graph() {
        Graph graph = Ontology.of(Path.of(""), new Problems()).allTerms();
        RDFParser.fromString(THINGS, Lang.TURTLE).parse(graph);
        return graph;
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    // ---- the specification

    private static String schema(String iri) {
        try {
            String name = iri.substring(iri.lastIndexOf('/') + 1);
            return Files.readString(SUITE.resolve("schemas/" + name))
                    .replace("http://json-schema.org/schema#", "http://json-schema.org/draft-07/schema#")
                    .replace(
                            "\"$ref\": \"http://swagger.io/v2/schema.json#/definitions/securityDefinitions/additionalProperties\"",
                            "\"type\": \"object\"");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Error> errors(String schema, String text) {
        assumeTrue(Files.exists(SUITE), "the schemas of the specification are not at hand");
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7, builder -> builder.schemas(ReconciliationTest::schema))
                .getSchema(SchemaLocation.of(SPECIFICATION + schema + ".json"))
                .validate(text, InputFormat.JSON);
    }

    private static void assertValid(String schema, String text) {
        assertThat(errors(schema, text)).as(text).isEmpty();
    }

    /** Else the others would be worth nothing. */
    @Test
    void theSchemasCanFail() throws IOException {
        assertThat(errors("manifest", "{}")).isNotEmpty();
        assertThat(errors("reconciliation-result-batch", "{\"q\": {\"result\": [{\"id\": \"a\"}]}}"))
                .isNotEmpty();
    }

    // ---- an exchange as OpenRefine leads it

    @Test
    void tellsWhatItCanDo() throws IOException {
        String manifest = SERVICE.manifest("http://localhost:3030/reconcile", "http://localhost:3030/id/");

        assertValid("manifest", manifest);
        assertThat(json(manifest).at("/suggest/entity/service_path").asText()).isEqualTo("/suggest/entity");
        assertThat(json(manifest).at("/preview/url").asText())
                .isEqualTo("http://localhost:3030/reconcile/preview?id={{id}}");
        assertThat(json(manifest).at("/defaultTypes").findValuesAsText("id"))
                .containsExactly("Actor", "Agency", "Firm", "Organization", "Technology");
    }

    @Test
    void answersABatch() throws Exception {
        String batch = """
                {"q0": {"query": "IRON HARBOR SYSTEMS", "limit": 2},
                 "q1": {"query": "harbor watch", "type": "Firm"},
                 "q2": {"query": "Harbor Watch", "type": ["Firm", "Agency"], "type_strict": "any"},
                 "q3": {"query": "Iron Harbour", "properties": [{"pid": "cik", "v": "77"}, {"pid": "founded", "v": 1999}]},
                 "q4": {"properties": [{"pid": "cgacCode", "v": [{"id": "070"}]}]},
                 "q5": {"query": "nobody at all"},
                 "q6": {"query": "Tinware", "properties": [{"pid": "cik", "v": "77"}]}}
                """;
        assertValid("reconciliation-query-batch", batch);

        String answer = SERVICE.query(batch, () -> {});

        assertValid("reconciliation-result-batch", answer);
        assertThat(json(answer).at("/q0/result/0/id").asText()).isEqualTo("harbor");
        assertThat(json(answer).at("/q0/result/0/match").asBoolean())
                .as("a name alone never decides")
                .isFalse();
        assertThat(json(answer).at("/q0/result/0/type/0/id").asText()).isEqualTo("Firm");
        assertThat(json(answer).at("/q0/result/0/features").size()).isPositive();
        assertThat(json(answer).at("/q1/result").findValuesAsText("id")).doesNotContain("watch");
        assertThat(json(answer).at("/q2/result/0/id").asText()).isEqualTo("watch");
        assertThat(json(answer).at("/q3/result/0/match").asBoolean()).isTrue();
        assertThat(json(answer).at("/q4/result/0/id").asText()).isEqualTo("watch");
        assertThat(json(answer).at("/q4/result/0/match").asBoolean()).isTrue();
        assertThat(json(answer).at("/q5/result").isEmpty()).isTrue();
        assertThat(json(answer).at("/q6/result/0/id").asText()).isEqualTo("harbor");
        assertThat(json(answer).at("/q6/result/0/match").asBoolean())
                .as("an identifier under another name is shown, and not taken for certain")
                .isFalse();
    }

    static Stream<Path> goodBatches() throws IOException {
        return Files.exists(SUITE)
                ? Files.list(SUITE.resolve("examples/reconciliation-query-batch/valid"))
                : Stream.of(Path.of(""));
    }

    @ParameterizedTest
    @MethodSource("goodBatches")
    void answersTheBatchesOfTheSpecification(Path batch) throws Exception {
        assumeTrue(Files.exists(SUITE), "the examples of the specification are not at hand");

        assertValid("reconciliation-result-batch", SERVICE.query(Files.readString(batch), () -> {}));
    }

    static Stream<Path> goodExtensions() throws IOException {
        return Files.exists(SUITE)
                ? Files.list(SUITE.resolve("examples/data-extension-query/valid"))
                : Stream.of(Path.of(""));
    }

    @ParameterizedTest
    @MethodSource("goodExtensions")
    void answersTheExtensionsOfTheSpecification(Path request) throws Exception {
        assumeTrue(Files.exists(SUITE), "the examples of the specification are not at hand");

        assertValid("data-extension-response", SERVICE.extend(Files.readString(request), () -> {}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"q0\": {}}",
                "{\"q0\": \"harbor\"}",
                "{\"q0\": {\"query\": \"a\", \"limit\": 0}}",
                "{\"q0\": {\"query\": \"a\", \"limit\": -1}}",
                "{\"q0\": {\"query\": \"a\", \"limit\": 1.5}}",
                "{\"q0\": {\"query\": \"a\"}"
            })
    void refusesWhatIsNoBatch(String batch) {
        assertThatThrownBy(() -> SERVICE.query(batch, () -> {})).isInstanceOf(ReconciliationRefusal.class);
    }

    @Test
    void anEmptyCellMatchesNothingAndAHugeLimitIsCapped() throws Exception {
        String answer = SERVICE.query(
                "{\"empty\": {\"query\": \" \"}, \"huge\": {\"query\": \"Iron Harbor\", \"limit\": 10000000000}}",
                () -> {});

        assertValid("reconciliation-result-batch", answer);
        assertThat(json(answer).at("/empty/result")).isEmpty();
        assertThat(json(answer).at("/huge/result/0/id").asText()).isEqualTo("harbor");
    }

    @Test
    void whoeverLooksForARegistrationMeansTheFirmThatItIs() throws Exception {
        String answer = SERVICE.query("{\"q\": {\"query\": \"HARBOR HOLDCO 7 LLC\"}}", () -> {});

        assertThat(json(answer).at("/q/result")).hasSize(1);
        assertThat(json(answer).at("/q/result/0/id").asText()).isEqualTo("harbor");
        assertThat(suggested("entity", "holdco")).isEqualTo("{\"result\":[]}");
        assertThat(SERVICE.preview("firm_uei_7", "http://localhost/id/")).isPresent();
    }

    private static String suggested(String what, String prefix) {
        return SERVICE.suggest(what, prefix, 0).orElseThrow();
    }

    @Test
    void suggestsFurtherBehindACursor() throws IOException {
        JsonNode all = json(suggested("entity", "")).at("/result");
        JsonNode rest = json(SERVICE.suggest("entity", "", 1).orElseThrow()).at("/result");

        assertThat(all).hasSize(4);
        assertThat(rest).hasSize(3);
        assertThat(rest.get(0)).isEqualTo(all.get(1));
        assertThat(SERVICE.suggest("planet", "", 0)).isEmpty();
    }

    @Test
    void explainsWhatItSuggests() throws IOException {
        assertThat(json(SERVICE.flyout("entity", "mill").orElseThrow())
                        .at("/html")
                        .asText())
                .isEqualTo("<p>Cobalt &lt;Mill&gt; (firm)</p>");
        assertThat(json(SERVICE.flyout("type", "Firm").orElseThrow())
                        .at("/html")
                        .asText())
                .startsWith("<p>firm: ");
        assertThat(SERVICE.flyout("property", "cik"))
                .hasValueSatisfying(text -> assertThat(text).contains("\"id\":\"cik\""));
        assertThat(SERVICE.flyout("entity", "nobody")).isEmpty();
        assertThat(SERVICE.flyout("planet", "mill")).isEmpty();
    }

    @Test
    void suggestsWhileSomebodyTypes() throws IOException {
        assertValid("suggest-entities-response", suggested("entity", "har"));
        assertValid("suggest-properties-response", suggested("property", "ci"));
        assertValid("suggest-types-response", suggested("type", ""));

        assertThat(json(suggested("entity", "har")).at("/result").findValuesAsText("name"))
                .contains("Iron Harbor", "Harbor Watch");
        assertThat(json(suggested("property", "ci")).at("/result").findValuesAsText("id"))
                .containsExactly("cik");
        assertThat(json(suggested("type", "ag")).at("/result").findValuesAsText("id"))
                .containsExactly("Agency");
        assertThat(json(suggested("entity", "zzz")).at("/result").isEmpty()).isTrue();
    }

    @Test
    void proposesThePropertiesOfAClass() throws IOException {
        String proposal = SERVICE.proposeProperties("Firm", 10);

        assertValid("data-extension-property-proposal", proposal);
        assertThat(json(proposal).at("/properties").findValuesAsText("id"))
                .containsExactly("cik", "isRegistrationOf", "org:subOrganizationOf", "rdfs:label", "skos:altLabel");
        assertThat(json(SERVICE.proposeProperties("", 1)).at("/properties").size())
                .isEqualTo(1);
    }

    @Test
    void extendsASheet() throws Exception {
        String request = """
                {"ids": ["harbor", "mill", "nobody"],
                 "properties": [{"id": "cik"}, {"id": "org:subOrganizationOf"}, {"id": "no such"}]}
                """;
        assertValid("data-extension-query", request);

        String answer = SERVICE.extend(request, () -> {});

        assertValid("data-extension-response", answer);
        assertThat(json(answer)).isEqualTo(json("""
                        {"meta": [{"id": "cik", "name": "central index key"},
                                  {"id": "org:subOrganizationOf", "name": "belongs to"},
                                  {"id": "no such", "name": "no such"}],
                         "rows": {
                          "harbor": {"cik": [{"str": "77"}], "org:subOrganizationOf": [], "no such": []},
                          "mill": {"cik": [], "org:subOrganizationOf": [{"id": "harbor", "name": "Iron Harbor"}], "no such": []},
                          "nobody": {"cik": [], "org:subOrganizationOf": [], "no such": []}}}
                        """.replace(
                        "central index key", json(answer).at("/meta/0/name").asText())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"ids\": [], \"properties\": {}}", "[1]"})
    void refusesWhatIsNoExtension(String request) {
        assertThatThrownBy(() -> SERVICE.extend(request, () -> {})).isInstanceOf(ReconciliationRefusal.class);
    }

    @Test
    void showsAThingWithItsSignsEscaped() {
        assertThat(SERVICE.preview("mill", "https://example.org/doc/"))
                .hasValueSatisfying(page -> assertThat(page)
                        .contains("Cobalt &lt;Mill&gt;")
                        .contains("href=\"https://example.org/doc/mill\"")
                        .doesNotContain("<Mill>"));
        assertThat(SERVICE.preview("nobody", "")).isEmpty();
    }

    @Test
    void refusesABatchThatIsTooLarge() {
        StringBuilder batch = new StringBuilder("{");
        for (int i = 0; i <= 500; i++) {
            batch.append(i == 0 ? "" : ",").append("\"q").append(i).append("\": {\"query\": \"a\"}");
        }

        assertThatThrownBy(() -> SERVICE.query(batch.append('}').toString(), () -> {}))
                .isInstanceOf(ReconciliationRefusal.class)
                .hasMessageContaining("at most 500");
    }
}
