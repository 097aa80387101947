package org.dossier.serve;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.system.Txn;
import org.apache.jena.web.HttpSC;
import org.dossier.pages.Address;
import org.dossier.query.limited.StopSignal.Reason;
import org.dossier.serve.Formats.OfTriples;
import org.dossier.serve.QueryRequest.Reader;
import org.dossier.serve.Site.Page;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /sparql}: Fuseki's side of the SPARQL protocol, for queries and nothing else. Each query becomes a
 * {@link QueryJob}, so that no thread of the server waits for it; a bare GET gets a description of the service.
 */
final class QueryEndpoint extends SPARQL_QueryDataset implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueryEndpoint.class);
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);
    private static final Map<String, String> VARIES = Map.of("Vary", "Accept");

    private final CurrentlyServed current;
    private final Lanes lanes;
    private final Answers answers;
    private final Sender sender;
    private final Clients clients;
    private final Metrics metrics;
    private final Departures departures = new Departures();
    private final Set<QueryJob> jobs = ConcurrentHashMap.newKeySet();
    private final MemoryGuard memory = new MemoryGuard(jobs);

    QueryEndpoint(
            CurrentlyServed current, Lanes lanes, Answers answers, Sender sender, Clients clients, Metrics metrics) {
        this.current = current;
        this.lanes = lanes;
        this.answers = answers;
        this.sender = sender;
        this.clients = clients;
        this.metrics = metrics;
    }

    /** Whether it works for anybody. */
    boolean isAnswering() {
        return !jobs.isEmpty();
    }

    @Override
    public void process(HttpAction action) {
        action.getResponse().setHeader(Fuseki.FusekiRequestIdHeader, null);
        try {
            super.process(action);
        } catch (ActionErrorException unfit) {
            // Fuseki counts the letters of its sentence instead of the bytes, and comes to grief over one that is not
            // ASCII.
            sender.send(begin(action.getRequest()), Refusal.of(unfit).page());
        } catch (RuntimeException | Error mistake) {
            // Fuseki would tell the client what went wrong in words of Java.
            LOG.error("a request to /sparql failed", mistake);
            sender.send(begin(action.getRequest()), Refusal.ourMistake().page());
        }
    }

    @Override
    public void validate(HttpAction action) {
        if (!opensTheEditor(action)) {
            super.validate(action);
        }
    }

    /** A browser that brings no query. */
    private boolean opensTheEditor(HttpAction action) {
        HttpServletRequest request = action.getRequest();
        String query = String.join("", parameters(request).getOrDefault("query", List.of()));
        return request.getMethod().equals("GET") && query.isBlank() && isReader(request);
    }

    private boolean isReader(HttpServletRequest request) {
        Served served = current.enter();
        try {
            return reader(request, served).isPresent();
        } finally {
            served.leave();
        }
    }

    /** Whoever wants a page, of those who ask where there are pages. */
    private static Optional<Reader> reader(HttpServletRequest request, Served served) {
        return Formats.isForReaders(request.getParameter("format"), request.getHeader("Accept"))
                ? served.sparqlPages().map(pages -> new Reader(pages, address(request)))
                : Optional.empty();
    }

    private static Address address(HttpServletRequest request) {
        return new Address("/sparql", parameters(request));
    }

    private static Map<String, List<String>> parameters(HttpServletRequest request) {
        try {
            return Parameters.of(request);
        } catch (Refusal unreadable) {
            throw new ActionErrorException(HttpSC.BAD_REQUEST_400, unreadable.getMessage(), null);
        }
    }

    private void openTheEditor(HttpAction action) {
        Served served = current.enter();
        try {
            Reader reader = reader(action.getRequest(), served).orElseThrow();
            sender.send(
                    begin(action.getRequest()),
                    Page.html(reader.pages().blank(reader.address())).with(VARIES));
        } finally {
            served.leave();
        }
    }

    @Override
    public void execGet(HttpAction action) {
        if (opensTheEditor(action)) {
            openTheEditor(action);
        } else if (action.getRequestQueryString() == null) {
            describe(action);
        } else {
            super.execGet(action);
        }
    }

    /** Fuseki takes a body that is cut off for a mistake of its own, and fills the log with it. */
    @Override
    public void execPost(HttpAction action) {
        try {
            super.execPost(action);
        } catch (ActionErrorException failure) {
            if (failure.getCause() instanceof RuntimeIOException) {
                throw new ActionErrorException(HttpSC.BAD_REQUEST_400, PlainErrors.NOT_WHOLE, null);
            }
            throw failure;
        }
    }

    private void describe(HttpAction action) {
        Served served = current.enter();
        AsyncContext exchange = begin(action.getRequest());
        try {
            OfTriples format = Answers.wanted(Formats.TRIPLES, request(action.getRequest(), "", null, null));
            String address = action.getRequest().getRequestURL().toString();
            byte[] description = Txn.calculateRead(
                    served.data(), () -> Formats.written(served.description().graph(address), format));
            sender.send(exchange, new Page(HttpSC.OK_200, format.contentType(), VARIES, ByteBuffer.wrap(description)));
        } catch (Refusal refusal) {
            sender.send(exchange, refusal.page());
        } finally {
            served.leave();
        }
    }

    private static AsyncContext begin(HttpServletRequest request) {
        AsyncContext exchange = request.isAsyncStarted() ? request.getAsyncContext() : request.startAsync();
        // Time is kept by those who work for the query.
        exchange.setTimeout(0);
        return exchange;
    }

    @Override
    protected void execute(@Nullable String text, HttpAction action) {
        if (text == null) {
            // Fuseki lets a GET through that has the type of a query, and no query.
            throw new ActionErrorException(HttpSC.BAD_REQUEST_400, "SPARQL Query: No 'query=' parameter", null);
        }
        HttpServletRequest http = action.getRequest();
        http.setAttribute(AccessLog.QUERY, text);
        DatasetDescription graphs = graphs(action);
        Served served = current.enter();
        QueryRequest request = request(http, text, graphs, reader(http, served).orElse(null));
        QueryJob job = new QueryJob(request, begin(http), served, answers, sender, this::end);
        jobs.add(job);
        job.client()
                .ifPresent(
                        client -> departures.watch(client, () -> job.stop(Reason.GONE, "nobody waits for the answer")));
        lanes.enter(clients.of(http), job);
    }

    private void end(QueryJob job) {
        jobs.remove(job);
        job.count(metrics);
        job.client().ifPresent(departures::forget);
        job.served().leave();
    }

    /** The graphs that the request names; nothing when it names none. */
    private static @Nullable DatasetDescription graphs(HttpAction action) {
        DatasetDescription graphs = SPARQLProtocol.getProtocolDatasetDescription(action);
        if (graphs != null) {
            graphs.getDefaultGraphURIs().forEach(QueryEndpoint::requireIri);
            graphs.getNamedGraphURIs().forEach(QueryEndpoint::requireIri);
        }
        return graphs;
    }

    private static void requireIri(String typed) {
        try {
            IRIx.create(typed);
        } catch (IRIException unfit) {
            throw new ActionErrorException(HttpSC.BAD_REQUEST_400, "the name of a graph is no IRI", unfit);
        }
    }

    private static QueryRequest request(
            HttpServletRequest http, String text, @Nullable DatasetDescription graphs, @Nullable Reader reader) {
        return new QueryRequest(
                text,
                graphs,
                http.getParameter("format"),
                http.getHeader("Accept"),
                Gzip.isReadBy(http.getHeader("Accept-Encoding")),
                wish(http.getParameter("timeout")),
                reader);
    }

    /** What {@code ?timeout=} says, in seconds; anything else is as if it were not there. */
    private static Duration wish(@Nullable String seconds) {
        return seconds != null && seconds.matches("[0-9]{1,5}([.][0-9]{1,3})?")
                ? Duration.ofMillis(Math.max(1, Math.round(Double.parseDouble(seconds) * 1000)))
                : AS_LONG_AS_IT_TAKES;
    }

    /** Ends all queries; their clients are told. */
    @Override
    public void close() {
        lanes.close();
        jobs.forEach(job -> job.stop(Reason.END, "the server is about to end"));
        departures.close();
        memory.close();
    }
}
