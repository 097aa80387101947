package org.dossier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dossier.build.Build;
import org.dossier.build.Options;
import org.dossier.build.Stages;
import org.dossier.serve.DossierServer;
import org.dossier.serve.ServerSettings;
import org.dossier.serve.Setting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links a dossier with the Reconciliation Service of another one, which is served here, and with services that misbehave. */
class LinkToServiceTest {

    @TempDir
    Path folder;

    @TempDir
    Path other;

    @BeforeEach
    void makeTwoDossiers() throws IOException {
        write(folder, "dossier.yaml", "title: Mine\nbase: https://example.org/id/\n");
        write(folder, "facts/firms.yaml", """
                entities:
                  - firm: harbor
                    label: Iron Harbor
                    other name: Iron Harbor Systems Inc.
                    cik: 77
                  - firm: mill
                    label: Cobalt Mill
                  - firm: nobody
                    label: Zephyr Quux Analytics
                """);
        write(other, "dossier.yaml", "title: Theirs\nbase: https://other.example/id/\n");
        write(other, "facts/firms.yaml", """
                entities:
                  - firm: iron-harbor-systems
                    label: IRON HARBOR SYSTEMS INC
                    cik: 77
                    lei: 5493000000000000L254
                  - firm: cobalt-mill-corp
                    label: Cobalt Mill Corp
                  - firm: lantern
                    label: Lantern Works
                """);
    }

    private static void write(Path folder, String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private void describe(URI service) throws IOException {
        write(folder, "links/targets/theirs.yaml", """
                title: Another dossier
                reconciliation: SERVICE
                type: Firm
                prefix: th
                iri: https://other.example/id/
                file: links/targets/files/theirs.json
                identifiers: {cik: cik, lei: lei}
                """.replace("SERVICE", service.toString()));
    }

    private Run link(String... words) {
        List<String> all = new ArrayList<>(List.of("link"));
        all.addAll(List.of(words));
        return Run.of(folder, "", all);
    }

    private DossierServer serveTheOther() {
        Build.Outcome built = Build.run(other, Options.USUAL, Clock.systemUTC(), "test", Stages.silent());
        return DossierServer.start(
                built.release().orElseThrow(),
                ServerSettings.of(Map.of(Setting.PORT, "0")),
                (served, data) -> List.of());
    }

    @Test
    void asksAServiceOnceAndWorksOfflineThereafter() throws IOException {
        Run asked;
        try (DossierServer server = serveTheOther()) {
            describe(server.address().resolve("/reconcile"));
            assertThat(link("targets").out()).contains("(--network asks " + server.address() + "reconcile)");
            asked = link("suggest", "--to", "theirs", "--network");
        }
        String first = Files.readString(folder.resolve("build/links/theirs.candidates.tsv"));

        assertThat(asked.err()).isEqualTo("no release yet; building one first\n");
        assertThat(asked.out()).isEqualTo("2 proposals for 2 things: build/links/theirs.candidates.tsv\n");
        assertThat(first)
                .contains("harbor\tIron Harbor\tth:iron-harbor-systems\t")
                .contains("same identifier")
                .contains("mill\tCobalt Mill\tth:cobalt-mill-corp\t")
                .doesNotContain("lantern");
        assertThat(link("suggest", "--to", "theirs").exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("build/links/theirs.candidates.tsv")))
                .isEqualTo(first);
        link("suggest", "--to", "theirs", "--accept-identifiers", "--by", "A. Reader");
        assertThat(link("enrich", "--to", "theirs").out()).endsWith("links/theirs.enriched.ttl\n");
        assertThat(Files.readString(folder.resolve("links/theirs.enriched.ttl")))
                .contains("5493000000000000L254");
    }

    @Test
    void asksNobodyUnlessToldTo() throws IOException {
        describe(URI.create("http://localhost:1/reconcile"));

        Run run = link("suggest", "--to", "theirs");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .endsWith("there are no answers of 'theirs' in " + folder.resolve("links/targets/files/theirs.json")
                        + " yet; 'dossier link suggest --to theirs --network' asks the service\n");
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        describe(URI.create("http://localhost:1/reconcile"));

        Run run = link("suggest", "--to", "theirs", "--network");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("cannot ask the service at http://localhost:1/reconcile: ");
        assertThat(folder.resolve("links/targets/files/theirs.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '$', textBlock = """
            200 | <html>                        | it answers with something that is no JSON
            200 | {"versions": ["0.2"]}         | it has no manifest
            200 | {"identifierSpace": "a"}      | it leaves out the result of a query
            302 |                               | has moved to https://elsewhere.example/
            503 |                               | answers with status 503; it wants to be asked again after 9
            """)
    void saysWhatIsWrongWithAService(int status, String body, String expected) throws IOException {
        HttpServer server = serving(status, body == null ? "" : body);
        try {
            describe(URI.create("http://localhost:" + server.getAddress().getPort() + "/"));

            Run run = link("suggest", "--to", "theirs", "--network");

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains(expected).doesNotContain("Exception");
            assertThat(folder.resolve("links/targets/files/theirs.json")).doesNotExist();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void takesNoEndlessAnswer() throws IOException {
        HttpServer server = serving(200, "{\"identifierSpace\": \"" + "a".repeat(5 << 20) + "\"}");
        try {
            describe(URI.create("http://localhost:" + server.getAddress().getPort() + "/"));

            Run run = link("suggest", "--to", "theirs", "--network");

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("the answer is larger than 4194304 bytes");
        } finally {
            server.stop(0);
        }
    }

    /** What a service says reaches files and terminals, so ids that are none are left out. */
    @Test
    void leavesOutIdsThatAreNone() throws IOException {
        HttpServer server = serving(200, """
                {"identifierSpace": "a",
                 "q0": {"result": [{"id": "a b", "name": "Iron Harbor"}, {"id": "<x>", "name": "Iron Harbor"},
                                   {"id": "ok", "name": "Iron\\tHarbor\\u001b[31m"}, {"id": "empty", "name": " "}]},
                 "q1": {"result": []}, "q2": {"result": []}, "q3": {"result": []}}
                """);
        try {
            describe(URI.create("http://localhost:" + server.getAddress().getPort() + "/"));

            assertThat(link("suggest", "--to", "theirs", "--network").exitCode())
                    .isZero();
            assertThat(Files.readString(folder.resolve("links/targets/files/theirs.json"))
                            .replaceAll("\\s+", " "))
                    .isEqualTo("[ { \"id\" : \"ok\", \"name\" : \"Iron Harbor [31m\", \"identifiers\" : { } } ] ");
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer serving(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] bytes = body.getBytes(UTF_8);
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().add("Location", "https://elsewhere.example/");
                exchange.getResponseHeaders().add("Retry-After", "9");
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        return server;
    }

    @Test
    void reportsAFileThatHoldsNoAnswers() throws IOException {
        describe(URI.create("http://localhost:1/"));
        write(folder, "links/targets/files/theirs.json", "[{\"id\": 7}]");

        Run run = link("suggest", "--to", "theirs");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("links/targets/files/theirs.json: error[service-answers]: ");
    }

    @Test
    void refusesToAskARegisterThatIsAFile() throws IOException {
        write(folder, "links/targets/reg.yaml", """
                title: Invented register
                prefix: reg
                iri: https://reg.example/
                file: reg.csv
                id: No
                name: Name
                """);
        write(folder, "reg.csv", "No,Name\n1,Iron Harbor\n");

        Run run = link("suggest", "--to", "reg", "--network");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'reg' has no service to ask; leave out --network");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reconciliation: ftp://x            | 2:17: error[target-value]: 'ftp://x' is no address of a service
            reconciliation: '%'                | 2:17: error[target-value]: '%' is no address of a service
            load unit: facts/*                 | 2:12: error[target-value]: a register is a load unit or a service, not both
            """)
    void reportsADescriptionThatCannotBe(String line, String expected) throws IOException {
        String both = line.startsWith("load") ? line + "\nreconciliation: https://other.example/" : line;
        write(folder, "links/targets/theirs.yaml", """
                title: Another dossier
                %s
                prefix: th
                iri: https://other.example/id/
                file: theirs.json
                """.formatted(both));

        Run run = link("suggest", "--to", "theirs");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("links/targets/theirs.yaml:" + expected);
    }
}
