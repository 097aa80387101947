package org.dossier.problem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ReportsTest {

    private static final List<Problem> PROBLEMS = List.of(
            Problem.error(
                    new Place("facts/a b.yaml", 2, 11),
                    "unknown-thing",
                    "no firm 'm<&\"' is defined",
                    "did you mean 'm'?"),
            Problem.warning(Place.wholeFile("facts"), "nothing-checked", "none of 100% is checked,\nat all", ""));

    @TempDir
    Path dossier;

    @Test
    void showsTheLineAndAnArrowUnderThePlace() throws IOException {
        Files.createDirectories(dossier.resolve("facts"));
        Files.writeString(dossier.resolve("facts/a b.yaml"), "\uFEFFsource: x\r\n\tfirm 😀: m<&\"\r\n");

        assertThat(new Listing(dossier, false).lines(PROBLEMS.get(0)))
                .containsExactly(
                        "facts/a b.yaml:2:11: error[unknown-thing]: no firm 'm<&\"' is defined; did you mean 'm'?",
                        "    2 |  firm 😀: m<&\"",
                        "      |           ^");
    }

    @Test
    void showsOnlyTheNeighbourhoodInALongLine() throws IOException {
        Files.createDirectories(dossier.resolve("facts"));
        Files.writeString(dossier.resolve("facts/a b.yaml"), "\n" + "x".repeat(500) + "!" + "y".repeat(500));
        Problem problem = Problem.error(new Place("facts/a b.yaml", 2, 501), "a", "b", "");

        List<String> lines = new Listing(dossier, false).lines(problem);

        assertThat(lines.get(1)).hasSize("    2 | ".length() + 100);
        assertThat(lines.get(1).charAt(lines.get(2).indexOf('^'))).isEqualTo('!');
    }

    @Test
    void coloursOnlyWhereAsked() {
        assertThat(new Listing(dossier, true).lines(PROBLEMS.get(1)))
                .singleElement()
                .asString()
                .contains("\u001B[33mwarning[nothing-checked]\u001B[0m");
    }

    @Test
    void writesJson() {
        assertThat(Reports.json(PROBLEMS.subList(0, 1))).isEqualTo("""
                        [ {
                          "file" : "facts/a b.yaml",
                          "line" : 2,
                          "column" : 11,
                          "severity" : "error",
                          "code" : "unknown-thing",
                          "message" : "no firm 'm<&\\"' is defined",
                          "remedy" : "did you mean 'm'?"
                        } ]""");
    }

    @Test
    void writesSarifThatItsSchemaAccepts() throws IOException {
        Path schemaFile = Path.of("..", "shared", "suites", "sarif", "sarif-schema-2.1.0.json");
        assumeTrue(Files.exists(schemaFile), "skipped: the SARIF schema is not at hand");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(schemaFile), InputFormat.JSON);

        assertThat(schema.validate(Reports.sarif(PROBLEMS, "1.0.0", code -> "why " + code), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(Reports.sarif(List.of(), "1.0.0", code -> ""), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void writesXmlThatJunitsReadersTake() throws Exception {
        Document xml = parse(Reports.junit(PROBLEMS));

        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(2);
        assertThat(xml.getElementsByTagName("failure")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("message")
                        .getNodeValue())
                .isEqualTo("no firm 'm<&\"' is defined; did you mean 'm'?");
        assertThat(parse(Reports.junit(List.of()))
                        .getElementsByTagName("testcase")
                        .getLength())
                .isEqualTo(1);
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void writesGithubsCommands() {
        assertThat(Reports.github(PROBLEMS))
                .containsExactly(
                        "::error file=facts/a b.yaml,line=2,col=11,title=unknown-thing::no firm 'm<&\"' is defined;"
                                + " did you mean 'm'?",
                        "::warning file=facts,title=nothing-checked::none of 100%25 is checked,\\u000Aat all");
    }
}
