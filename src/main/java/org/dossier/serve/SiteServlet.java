package org.dossier.serve;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.dossier.serve.Site.Page;
import org.dossier.serve.Site.Visit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that is not SPARQL: the state of the server, and the pages of the release. Nobody waits here for queries. */
final class SiteServlet extends HttpServlet {

    private static final Logger LOG = LoggerFactory.getLogger(SiteServlet.class);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;
    private static final int PAGES_AT_ONCE = 16;

    private final transient Site health;
    private final transient CurrentlyServed current;
    private final transient Sender sender;
    private final transient Clients clients;
    private final Semaphore room = new Semaphore(PAGES_AT_ONCE);

    SiteServlet(Site health, CurrentlyServed current, Sender sender, Clients clients) {
        this.health = health;
        this.current = current;
        this.sender = sender;
        this.clients = clients;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        // Before the exchange is taken from the server: what fails later would leave its client to wait.
        Page page = answer(request);
        AsyncContext exchange = request.startAsync();
        exchange.setTimeout(0);
        sender.send(exchange, page);
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Allow", "GET, HEAD, OPTIONS");
    }

    private Page answer(HttpServletRequest request) {
        try {
            return unlessKnown(page(visit(request)), request.getHeader("If-None-Match"));
        } catch (Refusal unreadable) {
            return unreadable.page();
        }
    }

    /** Nothing, for whoever has the page already. */
    private static Page unlessKnown(Page page, @Nullable String known) {
        String tag = page.headers().get("ETag");
        if (page.status() != OK || tag == null || known == null) {
            return page;
        }
        return Stream.of(tag, Gzip.tag(tag))
                .filter(known::contains)
                .findFirst()
                .map(same -> new Page(NOT_MODIFIED, page.contentType(), page.headers(), ByteBuffer.allocate(0))
                        .with(Map.of("ETag", same)))
                .orElse(page);
    }

    private Page page(Visit visit) {
        try {
            Optional<Page> state = health.page(visit);
            return state.isPresent() ? state.get() : pageOfTheRelease(visit);
        } catch (RuntimeException | Error mistake) {
            LOG.error("the page {} failed", visit.path(), mistake);
            return Refusal.ourMistake().page();
        }
    }

    private Page pageOfTheRelease(Visit visit) {
        if (!room.tryAcquire()) {
            return Page.text(UNAVAILABLE, "text/plain", "the server is busy; ask again in a moment\n")
                    .with(Map.of("Retry-After", "1"));
        }
        Served served = current.enter();
        try {
            return served.page(visit).orElseGet(SiteServlet::nothingHere);
        } finally {
            served.leave();
            room.release();
        }
    }

    private static Page nothingHere() {
        return Page.text(NOT_FOUND, "text/plain", "there is nothing at this address\n");
    }

    private Visit visit(HttpServletRequest request) throws Refusal {
        Map<String, List<String>> parameters = Parameters.of(request);
        String path = Stream.of(request.getServletPath(), request.getPathInfo())
                .filter(Objects::nonNull)
                .reduce("", String::concat);
        String accept = Objects.requireNonNullElse(request.getHeader("Accept"), "");
        return new Visit(path, parameters, accept, clients.origin(request));
    }
}
