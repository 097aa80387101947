package org.dossier.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import org.dossier.cli.ServedDossier;
import org.dossier.serve.DossierServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dossier written to make pages run something, or break. */
class HostilePagesTest {

    private static final String RUNS = "document.documentElement.dataset.ran = true";

    private static final String TURTLE = """
            PREFIX dossier: <https://w3id.org/dossier/ns#>
            PREFIX id: <https://example.org/id/>
            PREFIX kind: <https://w3id.org/dossier/kind/>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            id:script a dossier:Agency ;
                rdfs:label "<script>RUNS</script><img src=x onerror='RUNS'>" ;
                skos:altLabel "\\" onmouseover=\\"RUNS", "</script></title></textarea><script>RUNS</script>" ;
                skos:exactMatch <javascript:RUNS> ;
                dossier:uses id:long .
            id:long a dossier:Technology ; rdfs:label "\u202E\u2066LONG" ; dossier:address <javascript:RUNS> .
            id:script--uses--long a dossier:Claim ;
                rdf:subject id:script ; rdf:predicate dossier:uses ; rdf:object id:long ;
                dossier:hasStanding kind:reported ; dossier:hasEvidence id:evidence-1 .
            id:evidence-1 a dossier:Evidence ; dossier:isQuotedFrom id:source ; dossier:quote "<svg onload=RUNS>" .
            id:source a dossier:Source ; rdfs:label "]]><!--<script>RUNS</script>" ; dossier:address "javascript:RUNS" .
            """;

    @TempDir
    static Path folder;

    private static DossierServer server;

    @BeforeAll
    static void serve() throws IOException {
        String turtle = TURTLE.replace("<javascript:RUNS>", "<javascript:alert(1)>")
                .replace("LONG", "long ".repeat(2_000))
                .replace("RUNS", RUNS);
        server = ServedDossier.start(folder, Dossiers.of(folder, "<script>" + RUNS + "</script>", turtle));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static URI at(String path) {
        return server.address().resolve(path);
    }

    private static void assertNothingRan(Browser browser) {
        assertThat(browser.run("return document.documentElement.dataset.ran ?? 'nothing'"))
                .isEqualTo("nothing");
        assertThat(browser.elements("a[href^='javascript:'], [onerror], [onload], [onmouseover], img[src=x]"))
                .isEmpty();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requestsElsewhere(server.address())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/doc/script",
                "/doc/long",
                "/doc/script--uses--long",
                "/doc/evidence-1",
                "/doc/source",
                "/sources",
                "/search?words=script",
                "/search?words=%3Cscript%3Edocument.documentElement.dataset.ran=true%3C/script%3E%22%27"
            })
    void nothingOfADossierRuns(String path) {
        Browser browser = Browser.shared();
        browser.open(at(path));

        assertNothingRan(browser);
        assertThat(browser.element("footer").isDisplayed()).isTrue();
    }

    @Test
    void nothingOfADossierRunsInAPicture() {
        Browser browser = Browser.shared();
        browser.open(at("/doc/script"));
        browser.await(
                "a picture", () -> !browser.elements(".picture-canvas canvas").isEmpty());

        assertNothingRan(browser);
    }

    @Test
    void nothingOfAQueryOrItsAnswerRuns() {
        Browser browser = Browser.shared();
        for (String query : List.of(
                "SELECT * { ?s ?p ?o }",
                "SELECT ('<script>" + RUNS + "</script>' AS ?html) {}",
                "</textarea></script><script>" + RUNS + "</script>")) {
            browser.open(at("/sparql?query=" + URLEncoder.encode(query, UTF_8)));
            browser.await("an editor", () -> !browser.elements(".editor").isEmpty());
            browser.forget("400 (Bad Request)");

            assertNothingRan(browser);
        }
    }
}
