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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dossier.cli.ServedDossier;
import org.dossier.serve.DossierServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Readers of the shipped dossier: from the home page to the words of a source and back with a table. */
class JourneyTest extends ServedInBrowser {

    @Override
    DossierServer start() throws IOException {
        Dossiers.Built shipped = Dossiers.shipped();
        return ServedDossier.start(shipped.folder(), shipped.release());
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
        "question-with-bars, /q/contracts-by-year",
        "question-with-timeline, /q/timeline",
        "entity, /doc/ice",
        "record, /doc/ice-azure-2026-01",
        "contract, /doc/microsoft-ice-contracts",
        "load-unit, /doc/graph/facts-ice-azure",
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
    void everyKindOfPageHasNoBarriersInLightNorDarkAndFitsTheNarrowestScreen(String name, String path) {
        browser.open(at(path));
        if (browser.driver().getTitle().startsWith("Nothing here")) {
            throw new AssertionError("there is no page " + path);
        }

        assertThat(browser.barriers()).isEmpty();
        browser.screen(1024, true);
        assertThat(browser.barriers()).as("in dark colours").isEmpty();
        assertThat(browser.widthOn(Browser.NARROWEST)).isLessThanOrEqualTo(Browser.NARROWEST);
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
    void aPassageHasNoBarriersAndFitsTheNarrowestScreen() throws IOException, InterruptedException {
        String triples = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(at("/doc/azure.nt")).build(), BodyHandlers.ofString())
                .body();
        Matcher passage = Pattern.compile("/id/(evidence-[0-9a-f]+)> ").matcher(triples);
        assertThat(passage.find()).isTrue();

        everyKindOfPageHasNoBarriersInLightNorDarkAndFitsTheNarrowestScreen("passage", "/doc/" + passage.group(1));
    }

    @Test
    void anAnswerInTheEditorFitsTheNarrowestScreen() {
        browser.open(at("/sparql?query=" + URLEncoder.encode("SELECT * { ?s ?p ?o } LIMIT 5", UTF_8)));

        assertThat(browser.widthOn(Browser.NARROWEST)).isLessThanOrEqualTo(Browser.NARROWEST);
    }

    @Test
    void leadsByKeyboardAloneFromTheHomePageToAnEntity() {
        browser.open(at("/"));
        press(Keys.TAB);
        assertThat(focused()).isEqualTo("Skip to the content");
        press(Keys.ENTER);
        pressUntil(() -> "find-here".equals(browser.run("return document.activeElement.id")));
        browser.driver().switchTo().activeElement().sendKeys("azure" + Keys.ENTER);
        browser.await("hits", () -> !browser.elements(".hits").isEmpty());

        pressUntil(() -> focused().equals("Azure"));
        press(Keys.ENTER);
        browser.await("the entity", () -> browser.text("h1").equals("Azure"));
        pressUntil(() -> focused().equals("why"));
        press(Keys.ENTER);
        browser.await("the claim", () -> browser.text("main").contains("What it rests on"));
    }

    private void press(CharSequence key) {
        browser.driver().switchTo().activeElement().sendKeys(key);
    }

    /** Goes on with the tabulator; wherever it stops, one sees where that is. */
    private void pressUntil(Browser.Condition isReached) {
        for (int i = 0; i < 60 && !isReached.holds(); i++) {
            press(Keys.TAB);
            assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
                    .as(focused())
                    .isEqualTo("solid");
        }
        assertThat(isReached.holds()).isTrue();
    }

    private String focused() {
        return String.valueOf(browser.run("return document.activeElement.innerText"))
                .strip();
    }

    @Test
    void signsAreSeenInColoursOfTheUsersOwn() {
        browser.open(at("/doc/microsoft"));
        browser.forceColours();

        Object differing = browser.run(
                "return [...document.querySelectorAll('.standing')].filter((badge) => getComputedStyle(badge).color"
                        + " !== getComputedStyle(badge.querySelector('path')).fill).length");
        assertThat(differing).isEqualTo(0L);
        browser.photographAsItIs("entity-forced-colours");
        browser.screen(1024, false);
    }

    @Test
    void printsWhatIsSaidWithoutWhatIsToBeClicked() throws IOException {
        browser.open(at("/doc/azure"));
        awaitPicture();

        try (PDDocument printed = Loader.loadPDF(browser.printed("entity"))) {
            String text = new PDFTextStripper().getText(printed);
            assertThat(text)
                    .contains("Who uses Azure?", "according to", "words checked", "reported", "Cite as")
                    .contains("www.wikidata.org/entity/Q725967")
                    .doesNotContain("Vocabulary", "A click adds links");
        }
    }

    @Test
    void searchesAndNarrowsToOneClass() {
        browser.open(at("/"));
        browser.element("#find").sendKeys("MÍCRO" + Keys.ENTER);
        browser.await("hits", () -> !browser.elements(".hits").isEmpty());
        assertThat(browser.text(".hits .what a")).isEqualTo("Microsoft");

        browser.follow("Technologies");
        assertThat(browser.elements(".hits .sort").stream().map(WebElement::getText))
                .isNotEmpty()
                .containsOnly("technology");
        browser.element("#class").click();
        browser.element(".find.large button").click();
        browser.await("all hits", () -> browser.elements("#class").isEmpty());
        assertThat(browser.elements(".hits .sort").stream().map(WebElement::getText))
                .contains("firm");
    }

    @Test
    void aClickOnAThingAddsItsLinksToThePicture() {
        browser.open(at("/doc/azure"));
        awaitPicture();
        assertThat(browser.elements(".sketch[hidden]")).hasSize(1);
        long before = things();
        browser.element("button[data-do=expand]").click();
        browser.run("document.querySelector('.picture-canvas')._cyreg.cy.nodes()"
                + ".filter((node) => node.data('label') === 'Microsoft').emit('tap')");

        browser.await("more things", () -> things() > before);
        assertThat(browser.driver().getCurrentUrl()).endsWith("/doc/azure");
        assertThat(places()).contains("Microsoft servers");
    }

    private long things() {
        return (Long) browser.run("return document.querySelector('.picture-canvas')._cyreg.cy.nodes().length");
    }

    @Test
    void theServerDrawsLinksForWhoRunsNoScript() {
        browser.withoutScript(() -> {
            browser.open(at("/doc/azure"));

            assertThat(browser.element(".sketch").isDisplayed()).isTrue();
            assertThat(browser.element(".picture").isDisplayed()).isFalse();
            assertThat(browser.elements(".sketch text").stream().map(WebElement::getText))
                    .contains("Azure", "Microsoft", "makes – reported");
        });
    }
}
