package org.dossier.serve;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dossier.serve.Site.Page;
import org.dossier.serve.Site.Visit;

/** Everything that is not SPARQL: the first site that has something at an address answers. */
final class SiteServlet extends HttpServlet {

    private static final int NOT_FOUND = 404;

    private final transient List<Site> sites;

    SiteServlet(List<Site> sites) {
        this.sites = List.copyOf(sites);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Visit visit = visit(request);
        Page page = sites.stream()
                .map(site -> site.page(visit))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(SiteServlet::nothingHere);
        Answering.send(response, page);
    }

    private static Visit visit(HttpServletRequest request) {
        Map<String, List<String>> parameters = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        String path = Stream.of(request.getServletPath(), request.getPathInfo())
                .filter(Objects::nonNull)
                .reduce("", String::concat);
        return new Visit(path, parameters, Objects.requireNonNullElse(request.getHeader("Accept"), ""));
    }

    private static Page nothingHere() {
        return Page.text(NOT_FOUND, "text/plain", "there is nothing at this address\n");
    }
}
