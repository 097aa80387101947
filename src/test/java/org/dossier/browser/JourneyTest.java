package org.dossier.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.dossier.cli.ServedDossier;
import org.dossier.serve.DossierServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;

/** Readers of the shipped dossier: from the home page to the words of a source and back with a table. */
class JourneyTest {

    private static DossierServer server;

    private Browser browser;

    @BeforeAll
    static void serve() throws IOException {
        Dossiers.Built shipped = Dossiers.shipped();
        server = ServedDossier.start(shipped.folder(), shipped.release());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        browser = Browser.shared();
    }

    @AfterEach
    void nothingWasComplainedAboutAndNobodyElseAsked() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requestsElsewhere(server.address())).isEmpty();
    }

    private static URI at(String path) {
        return server.address().resolve(path);
    }

    @Test
    void leadsFromTheHomePageToTheWordsOfASourceAndToATable() throws IOException, InterruptedException {
        browser.open(at("/"));
        browser.follow("Who makes a technology?");
        assertThat(browser.text("#answer")).contains("Microsoft", "Azure");

        browser.element("#answer a[href='/doc/azure']").click();
        assertThat(browser.text("h1")).isEqualTo("Azure");
        assertThat(browser.text("main")).contains("according to", "reported");

        browser.element("main blockquote a, main .words a, main q a, main a[href^='/doc/ice-azure']")
                .click();
        assertThat(browser.text("main")).contains("ICE Reliance On Microsoft Technology");

        browser.follow("SPARQL");
        browser.await("an editor", () -> !browser.elements(".editor").isEmpty());
        browser.element("#sparql button[type=submit]").click();
        browser.await("an answer", () -> browser.element("#answer").isDisplayed());
        String csv = browser.element("#answer a[type='text/csv']").getDomProperty("href");
        HttpResponse<String> table = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(csv)).build(), BodyHandlers.ofString());
        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.body()).startsWith("class,things\r\nhttps://w3id.org/dossier/ns#");
    }

    @Test
    void aPictureIsDrawnFromItsTableTheSameEachTime() {
        browser.open(at("/doc/microsoft"));
        awaitPicture();
        String first = places();
        browser.open(at("/doc/microsoft"));
        awaitPicture();

        assertThat(places()).isEqualTo(first).isNotEmpty();
        assertThat(rows())
                .contains(
                        "Microsoft makes Azure reported",
                        "Microsoft supports activity of Intensified immigration enforcement by ICE disputed");
    }

    private void awaitPicture() {
        browser.await(
                "a picture",
                () -> !browser.elements(".picture-canvas canvas").isEmpty()
                        && browser.element(".picture").isDisplayed());
    }

    /** Where the things of the picture are. */
    private String places() {
        return String.valueOf(
                browser.run(
                        "return JSON.stringify(document.querySelector('.picture-canvas')._cyreg.cy.nodes()"
                                + ".map((node) => [node.data('label'), node.position('x').toFixed(1), node.position('y').toFixed(1)]))"));
    }

    private List<String> rows() {
        browser.element("details.links summary").click();
        return browser.elements("table.links tbody tr").stream()
                .map(WebElement::getText)
                .map(text -> text.replaceAll("\\s+", " "))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "home, /",
        "question, /q/storage-over-time",
        "entity, /doc/ice",
        "record, /doc/ice-azure-2026-01",
        "claim, /doc/microsoft--supports-activity-of--immigration-enforcement",
        "source, /doc/ice-azure",
        "kind, /doc/kind/surveillance-technology",
        "vocabulary, /vocabulary",
        "search, /search?words=micro",
        "sources, /sources",
        "open-questions, /open-questions",
        "changes, /changes",
        "release, /release"
    })
    void everyKindOfPageHasNoBarriers(String name, String path) {
        browser.open(at(path));

        assertThat(browser.barriers()).isEmpty();
        browser.photograph(name);
    }

    @Test
    void whatIsNotThereIsToldWithoutBarriers() {
        browser.open(at("/doc/micrsoft"));

        assertThat(browser.barriers()).isEmpty();
        browser.photograph("missing");
        browser.forget("404 (Not Found)");
    }

    @Test
    void noPageIsWiderThanATelephone() {
        browser.screen(390, false);
        for (String path : List.of(
                "/",
                "/doc/ice",
                "/q/timeline",
                "/sparql?query=" + URLEncoder.encode("SELECT * { ?s ?p ?o } LIMIT 5", UTF_8))) {
            browser.open(at(path));

            assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(390L);
        }
    }
}
