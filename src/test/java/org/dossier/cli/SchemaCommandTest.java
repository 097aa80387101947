package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class SchemaCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path harbour;

    private String text = "";

    @BeforeEach
    void write() throws IOException {
        Run.of(harbour, "new", ".");
        text = Run.of(harbour, "schema", "--stdout").out();
    }

    private List<Error> errors(String facts) throws IOException {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(facts);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
        return schema.validate(JSON.writeValueAsString(read), InputFormat.JSON);
    }

    static Stream<Path> shippedFacts() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(Path.of("facts"))) {
            files = found.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("shippedFacts")
    void acceptsTheShippedFacts(Path file) throws IOException {
        assertThat(errors(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"facts/harbour-gazette.yaml", "facts/watch-statement.yaml"})
    void acceptsTheFactsOfANewDossier(String file) throws IOException {
        assertThat(errors(Files.readString(harbour.resolve(file)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entitys: []",
                "entities:\n  - firm: lumen\n    lable: Lumen",
                "entities:\n  - firm: Not An Id\n    label: Lumen",
                "entities:\n  - measurement: m\n    label: Lumen",
                "entities:\n  - technology: cameras\n    label: Cameras\n    has kind: no-such-kind",
                "facts:\n  - event: e\n    label: E\n    qoute: words",
                "facts:\n  - event: e\n    label: E\n    date: yesterday\n    quote: words",
                "facts:\n  - event: e\n    label: E\n    has evidence:\n      - locator: Heading",
                "facts:\n  - claim: two words\n    quote: words",
                "facts:\n  - also: e\n    date: 2031\n    quote: words",
            })
    void refusesWhatTheReaderRefuses(String facts) throws IOException {
        assertThat(errors(facts)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "entities:\n  - Firm: lumen\n    label: Lumen",
                "facts:\n  - OpenQuestion: o\n    hasKind: unknown-fact\n    text: Who?\n    quote: who",
                "facts:\n  On The Quay:\n    - claim: [a uses b, a uses c]\n      quote: words",
            })
    void acceptsNamesForLabels(String facts) throws IOException {
        assertThat(errors(facts)).isEmpty();
    }

    @Test
    void explainsKeysAndListsKinds() throws IOException {
        JsonNode technology = JSON.readTree(text).at("/$defs/Technology/properties");

        assertThat(technology.at("/has kind/anyOf/0/enum"))
                .extracting(JsonNode::asText)
                .contains("cloud-platform");
        assertThat(technology.at("/has kind/description").asText()).isNotBlank();
        assertThat(technology.has("uses")).isFalse();
        assertThat(technology.has("has standing")).isFalse();
    }

    @Test
    void writesTheSameIntoTheFolderOfOutputs() throws IOException {
        assertThat(Run.of(harbour, "schema").out()).isEqualTo("build/facts.schema.json\n");
        assertThat(Files.readString(harbour.resolve("build/facts.schema.json"))).isEqualTo(text);
    }
}
