package org.dossier.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dossier.cli.ServedDossier;
import org.dossier.serve.DossierServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A harbour with more suppliers than a picture has room for, or a form could list. */
class ManyLinksTest extends ServedInBrowser {

    private static final int FIRMS = 300;

    private static final String HEAD = """
            PREFIX dossier: <https://w3id.org/dossier/ns#>
            PREFIX id: <https://example.org/id/>
            PREFIX kind: <https://w3id.org/dossier/kind/>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            id:harbour a dossier:Agency ; rdfs:label "Harbour office" .
            """;

    private static final String FIRM = """
            id:firm-%1$03d a dossier:Firm ; rdfs:label "Ropemaker %1$03d" ; dossier:suppliesTo id:harbour .
            id:firm-%1$03d--supplies-to--harbour a dossier:Claim ; rdf:subject id:firm-%1$03d ;
                rdf:predicate dossier:suppliesTo ; rdf:object id:harbour ; dossier:hasStanding kind:reported .
            """;

    @TempDir
    static Path folder;

    @Override
    DossierServer start() throws IOException {
        StringBuilder turtle = new StringBuilder(HEAD);
        for (int i = 0; i < FIRMS; i++) {
            turtle.append(FIRM.formatted(i));
        }
        var release = Dossiers.of(folder, "A busy harbour", turtle.toString());
        Files.createDirectories(folder.resolve("queries"));
        Files.writeString(folder.resolve("queries/whom.rq"), """
                # Whom does a firm supply?
                # param firm: Firm  -- by its name
                SELECT ?agency WHERE { ?firm dossier:suppliesTo ?agency }
                """);
        return ServedDossier.start(folder, release);
    }

    private long things() {
        return (Long) browser.run("return document.querySelector('.picture-canvas')._cyreg.cy.nodes().length");
    }

    @Test
    void aPictureBeginsWithAFewThingsAndNeverHasMoreThan150() {
        browser.open(at("/doc/harbour"));
        browser.await(
                "a picture", () -> !browser.elements(".picture-canvas canvas").isEmpty());
        assertThat(things()).isEqualTo(25);
        assertThat(browser.text(".picture-note"))
                .isEqualTo("The picture shows the 25 things that most speaks for; 125 more links stand in the table.");

        browser.element("button[data-do=all]").click();
        browser.await("all things", () -> things() == 150);
        assertThat(browser.element(".picture-note").isDisplayed()).isFalse();
        assertThat(browser.text("section[aria-labelledby=picture] .hint"))
                .isEqualTo(
                        "151 or more further links have no room in the picture and in its table; they stand on this page.");
    }

    @Test
    void aNameIsCompletedWhileItIsTyped() {
        browser.open(at("/q/whom"));
        browser.element("#field-firm").sendKeys("maker 29");
        browser.element("#field-firm").clear();
        browser.element("#field-firm").sendKeys("ropemaker 29");
        browser.await("names", () -> names().size() == 10);
        assertThat(names()).contains("firm-290", "firm-299");

        browser.element("#field-firm").clear();
        browser.element("#field-firm").sendKeys("firm-291");
        browser.element(".ask button").click();
        browser.await("an answer", () -> !browser.elements("#answer tbody a").isEmpty());
        assertThat(browser.text("#answer tbody")).isEqualTo("Harbour office");
    }

    private List<String> names() {
        return browser.elements("#field-firm-names option").stream()
                .map(option -> String.valueOf(option.getDomProperty("value")))
                .toList();
    }
}
