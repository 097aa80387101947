package org.dossier.serve;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dossier.pages.Address;
import org.dossier.pages.Pages;
import org.dossier.pages.SparqlPages;
import org.dossier.pages.Stylesheet;

/** The pages of a release, and the style sheet that they use. */
public final class PageSite implements Site {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Pages pages;
    private final SparqlPages sparql;

    public PageSite(Pages pages) {
        this.pages = pages;
        this.sparql = new SparqlPages(pages.edition());
    }

    @Override
    public Optional<SparqlPages> sparqlPages() {
        return Optional.of(sparql);
    }

    @Override
    public Optional<Page> page(Visit visit) {
        Stylesheet style = Stylesheet.ofTheProgram();
        if (visit.path().equals(style.address())) {
            return Optional.of(Page.text(OK, "text/css", style.text()).with(Map.of("Cache-Control", FOR_EVER)));
        }
        Address address = new Address(visit.path(), visit.parameters());
        if (address.path().equals(SparqlPages.NAMES)) {
            return Optional.of(Page.text(OK, "application/json", sparql.names(address)));
        }
        return Optional.of(answer(pages.page(address).orElseGet(() -> pages.missing(address))));
    }

    private Page answer(org.dossier.pages.Page page) {
        Map<String, String> headers = new HashMap<>();
        int status =
                switch (page.outcome()) {
                    case FOUND -> OK;
                    case REFUSED -> BAD_REQUEST;
                    case NOT_FOUND -> NOT_FOUND;
                    case BUSY -> UNAVAILABLE;
                };
        if (status == OK) {
            headers.put("ETag", "\"" + pages.edition().manifest().id() + "\"");
        }
        if (status == UNAVAILABLE) {
            headers.put("Retry-After", "2");
        }
        String type = page.type();
        String contentType = type.startsWith("text/") ? type + "; charset=utf-8" : type;
        return new Page(status, contentType, headers, page.body());
    }

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;
}
