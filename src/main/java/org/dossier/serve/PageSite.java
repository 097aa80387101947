package org.dossier.serve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dossier.pages.Address;
import org.dossier.pages.Edition;
import org.dossier.pages.Pages;
import org.dossier.pages.SparqlPages;
import org.dossier.pages.Stylesheet;
import org.dossier.pages.script.Scripts;
import org.dossier.release.Manifest;

/** The pages of a release, and the style sheet that they use. Where nothing is, it suggests what may have been meant. */
public final class PageSite implements Site {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

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
        Page page = answer(pages.page(address).orElseGet(() -> pages.missing(address)));
        return Optional.of(page.status() == OK ? page.with(headers(visit)) : page);
    }

    /** What changed is found out while the release is served already, so that it has no tag. */
    private Map<String, String> headers(Visit visit) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Link", String.join(", ", linksOfAll(pages.edition())));
        if (!visit.path().equals("/changes")) {
            headers.put("ETag", tag(pages.edition().manifest(), pages.isSettled() ? "page" : "early"));
        }
        return headers;
    }

    /**
     * The tag of something that is the same for as long as the release, the program, its style and its scripts are.
     *
     * @param form which of the things at one address it is
     */
    static String tag(Manifest manifest, String form) {
        String style = Stylesheet.ofTheProgram().digest();
        String scripts = Scripts.ofTheProgram().version();
        return "\"" + manifest.id() + "-" + style + "-" + scripts + "-" + form + "\"";
    }

    /** What describes the whole data set, and the licence that it is under. */
    static List<String> linksOfAll(Edition edition) {
        List<String> links = new ArrayList<>();
        links.add("</release>; rel=\"describedby\"");
        String licence = edition.settings().licence();
        if (licence != null) {
            links.add("<" + licence.replaceAll("[<>\\s\"]", "") + ">; rel=\"license\"");
        }
        return links;
    }

    /** A page as HTTP answers it. */
    static Page answer(org.dossier.pages.Page page) {
        return answer(
                page,
                switch (page.outcome()) {
                    case FOUND -> OK;
                    case REFUSED -> BAD_REQUEST;
                    case NOT_FOUND -> NOT_FOUND;
                    case BUSY -> UNAVAILABLE;
                });
    }

    static Page answer(org.dossier.pages.Page page, int status) {
        String type = page.type();
        String contentType = type.startsWith("text/") ? type + "; charset=utf-8" : type;
        Map<String, String> headers = status == UNAVAILABLE ? Map.of("Retry-After", "2") : Map.of();
        return new Page(status, contentType, headers, page.body());
    }
}
