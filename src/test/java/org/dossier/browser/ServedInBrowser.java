package org.dossier.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.dossier.serve.DossierServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Readers of one server: after each of them nothing has gone wrong in the browser, and nobody else was asked for anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServedInBrowser {

    private DossierServer server;

    Browser browser;

    abstract DossierServer start() throws IOException;

    @BeforeAll
    void serve() throws IOException {
        server = start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void openTheBrowser() {
        browser = Browser.shared();
    }

    @AfterEach
    void nothingWasComplainedAboutAndNobodyElseAsked() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requestsElsewhere(server.address())).isEmpty();
    }

    DossierServer server() {
        return server;
    }

    URI at(String path) {
        return server.address().resolve(path);
    }
}
