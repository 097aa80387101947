package org.dossier.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import org.dossier.cli.ServedDossier;
import org.dossier.serve.DossierServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebElement;

class SparqlPageTest extends ServedInBrowser {

    private static final String TWO_AGENCIES = """
            PREFIX dossier: <https://w3id.org/dossier/ns#>
            SELECT ?agency { ?agency a dossier:Agency } ORDER BY ?agency LIMIT 2""";

    /** Takes longer than anybody waits. */
    private static final String ENDLESS = """
            SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER (?c != ?f && ?f != ?i) }""";

    @TempDir
    static Path folder;

    @Override
    DossierServer start() {
        return ServedDossier.start(folder, Dossiers.invented(folder));
    }

    @BeforeEach
    void openTheEditor() {
        browser.open(at("/sparql"));
        browser.run("localStorage.clear()");
        browser.await("an editor", () -> !browser.elements(".editor").isEmpty());
    }

    private URI linkTo(String query) {
        return at("/sparql?query=" + URLEncoder.encode(query, UTF_8));
    }

    private SearchContext editor() {
        return browser.element(".editor").getShadowRoot();
    }

    private WebElement text() {
        return editor().findElement(By.cssSelector(".cm-content"));
    }

    private void type(String query) {
        WebElement text = text();
        text.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
        text.sendKeys(query);
    }

    private void run() {
        text().sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
    }

    private void awaitAnswer() {
        browser.await("an answer", () -> browser.element("#answer").isDisplayed());
    }

    private List<String> cells() {
        return browser.elements("#answer tbody td").stream()
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void aNewQueryHasThePrefixesAndRuns() {
        run();
        awaitAnswer();

        assertThat(browser.element("#query").getDomProperty("value"))
                .startsWith("PREFIX dossier: <https://w3id.org/dossier/ns#>\nPREFIX id: <");
        assertThat(browser.elements("#answer tbody tr")).hasSizeGreaterThan(3);
        assertThat(browser.text("#status")).matches("\\d+ rows \\d+\\.\\d\\d s");
    }

    @Test
    void whatIsTypedIsAnsweredWithoutLeavingThePage() {
        browser.run("window.isSamePage = true");
        type("SELECT ?answer { VALUES ?answer { 42 }");
        text().sendKeys(Keys.ESCAPE);
        run();
        awaitAnswer();

        assertThat(cells()).contains("42");
        assertThat(browser.run("return window.isSamePage")).isEqualTo(true);
        assertThat(browser.driver().getCurrentUrl()).contains("/sparql?query=SELECT+%3Fanswer");
    }

    @Test
    void aLinkWithAQueryOpensTheEditorWithItsAnswer() {
        browser.open(linkTo(TWO_AGENCIES));

        assertThat(browser.elements("#answer tbody tr")).hasSizeBetween(1, 2);
        assertThat(browser.element("#answer tbody a").getDomAttribute("href")).startsWith("/doc/");
        browser.await("an editor", () -> !browser.elements(".editor").isEmpty());
        assertThat(text().getText()).contains("a dossier:Agency");
    }

    @Test
    void aMistakeIsUnderlinedWhereItIs() {
        browser.open(linkTo("SELECT *\nWHERE { ?s ?p }"));
        browser.await("an underlined word", () -> !underlined().isEmpty());

        assertThat(underlined().stream().map(WebElement::getText)).containsExactly("}");
        assertThat(browser.text("#answer .problems")).contains("Line 2, column 15: did not expect '}' here");
        browser.forget("400 (Bad Request)");
    }

    private List<WebElement> underlined() {
        return editor().findElements(By.cssSelector(".cm-lintRange-error, .cm-lintPoint-error"));
    }

    @Test
    void namesOfTheGraphAreCompletedWithTheirPrefix() {
        type("SELECT * { ?a dossier:supp");
        browser.await("completions", () -> !completions().isEmpty());

        assertThat(completions()).anyMatch(name -> name.startsWith("dossier:suppliesTo"));
        editor().findElement(By.cssSelector(".cm-tooltip-autocomplete li")).click();
        browser.await(
                "a prefix", () -> text().getText().startsWith("PREFIX dossier: <https://w3id.org/dossier/ns#>\n"));
    }

    private List<String> completions() {
        return editor().findElements(By.cssSelector(".cm-tooltip-autocomplete li")).stream()
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void escapeStopsTheQueryOnTheServerToo() {
        type(ENDLESS);
        text().sendKeys(Keys.ESCAPE);
        run();
        browser.await("a running query", () -> server().isAnswering());
        text().sendKeys(Keys.ESCAPE);

        browser.await("the end of the query", () -> !server().isAnswering());
        assertThat(browser.text("#status")).isEqualTo("Stopped.");
    }

    @Test
    void queriesAreKeptInTheBrowserOnly() {
        run();
        awaitAnswer();
        browser.open(at("/sparql"));
        browser.await("the history", () -> browser.element("#history").isDisplayed());

        assertThat(browser.text("#history ol button")).startsWith("SELECT ?class (COUNT(?thing) AS ?things)");
        assertThat(browser.driver().manage().getCookies()).isEmpty();
        browser.element("#history .forget").click();
        assertThat(browser.element("#history").isDisplayed()).isFalse();
    }

    @Test
    void aSavedQuestionOpensInTheEditor() {
        browser.element(".beside summary").click();
        browser.element(".beside details a").click();
        browser.await("an editor", () -> !browser.elements(".editor").isEmpty());

        assertThat(text().getText()).contains("PREFIX").contains("SELECT");
        assertThat(browser.element("#answer").isDisplayed()).isFalse();
    }

    @Test
    void linksBetweenThingsAreDrawn() {
        browser.open(linkTo("""
                PREFIX dossier: <https://w3id.org/dossier/ns#>
                SELECT ?from ?link ?to { ?from ?link ?to . ?from a dossier:Agency . ?to a dossier:Technology }"""));

        browser.await(
                "a picture",
                () -> !browser.elements("#answer .picture-canvas canvas").isEmpty());
        assertThat(browser.elements("#answer tbody tr")).isNotEmpty();
    }

    @Test
    void hasNoBarriers() {
        run();
        awaitAnswer();

        assertThat(browser.barriers()).isEmpty();
        browser.photograph("sparql");
    }

    @Test
    void worksWithoutScript() {
        browser.withoutScript(() -> {
            browser.open(at("/sparql"));
            WebElement area = browser.element("#query");
            area.clear();
            area.sendKeys("SELECT ?answer { VALUES ?answer { 42 } }");
            browser.element("#sparql button[type=submit]").click();
            browser.await(
                    "an answer", () -> !browser.elements("#answer tbody td").isEmpty());

            assertThat(cells()).containsExactly("42");
        });
    }
}
