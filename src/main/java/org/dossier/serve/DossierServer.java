package org.dossier.serve;

import java.net.BindException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.dossier.problem.SurroundingsException;
import org.dossier.release.Manifest;
import org.dossier.release.Release;
import org.dossier.serve.AnswerBuffer.Room;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.FormContentLoaderFactory;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;

/**
 * Serves a release: SPARQL at {@code /sparql}, reconciliation of sheets at {@code /reconcile}, its state at
 * {@code /health}, and pages. Nothing can be changed through it:
 * no operation but the query is offered, and Fuseki itself is given no data but an empty set that takes none.
 */
public final class DossierServer implements AutoCloseable {

    /** Makes the pages of a release. */
    public interface Sites {

        /** @param data the release's triples, for as long as it is served; to be read in a transaction */
        List<? extends Site> of(Release release, DatasetGraph data);
    }

    /** How long a request that was begun may still take when the server ends; its query is stopped by then. */
    private static final long STOP_MILLISECONDS = 2_000;

    private static final int THREADS = 48;
    private static final int BUFFER_BYTES = 32 * 1024;

    /** A query of the longest text, with each of its characters escaped, and something to spare. */
    private static final int BYTES_OF_A_CHARACTER = 4;

    private static final int HEADER_BYTES = 16 * 1024;
    private static final int MOST_FIELDS = 200;
    private static final int PARTS_OF_MEMORY = 8;
    private static final long CLOSE_MILLISECONDS = 50;

    private final ServerSettings settings;
    private final Sites sites;
    private final CurrentlyServed current;
    private final QueryEndpoint endpoint;
    private final ReconcileServlet reconcile;
    private final Sender sender;
    private final Connections connections;
    private final Metrics metrics;
    private final Optional<AccessLog> accessLog;
    private final FusekiServer server;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private DossierServer(Served first, ServerSettings settings, Sites sites) {
        this.settings = settings;
        this.sites = sites;
        this.current = new CurrentlyServed(first);
        Lanes lanes = new Lanes(settings, System::nanoTime);
        Room room = new Room(Runtime.getRuntime().maxMemory() / PARTS_OF_MEMORY);
        Answers answers = new Answers(settings, room);
        this.sender = new Sender(settings.seconds(Setting.ANSWER_SECONDS));
        this.connections = new Connections(settings, System::nanoTime);
        this.metrics = new Metrics();
        settings.metrics().ifPresent(address -> metrics.show(address, () -> gauges(lanes, room), this::releaseId));
        Clients clients = new Clients(settings.isBehindProxy());
        this.accessLog = settings.accessLog()
                .map(file -> new AccessLog(file, settings.logsQueries(), clients, Clock.systemUTC(), System::nanoTime));
        this.endpoint = new QueryEndpoint(current, lanes, answers, sender, clients, metrics);
        this.reconcile = new ReconcileServlet(current, lanes, sender, clients, settings);
        Health health = new Health(current, lanes, settings, Clock.systemUTC());
        this.server = fuseki(new SiteServlet(health, current, sender, clients));
        configure(server.getJettyServer());
    }

    /**
     * Opens a release, in memory if it fits, and starts to serve it.
     *
     * @param sites what there is beside SPARQL; the first that has something at an address answers
     * @throws SurroundingsException when a file of the release is damaged, or the port cannot be had
     */
    public static DossierServer start(Release release, ServerSettings settings, Sites sites) {
        return started(new DossierServer(Served.open(release, settings, sites, 0), settings, sites));
    }

    /**
     * Serves data that is no release, such as that of a test suite, just as a release is served.
     *
     * @throws SurroundingsException when the port cannot be had
     */
    public static DossierServer start(DatasetGraph data, Manifest manifest, ServerSettings settings) {
        Served served = new Served(manifest, new DatasetGraphReadOnly(data), List.of(), false);
        return started(new DossierServer(served, settings, (release, graph) -> List.of()));
    }

    private static DossierServer started(DossierServer server) {
        server.listen();
        return server;
    }

    /**
     * Opens another release beside the one that is served, and serves it from the next request on. Requests that have
     * begun keep the old one, which is closed when the last of them ends.
     *
     * @throws SurroundingsException when it is damaged, or there is too little memory for both; the old one is still
     *     served then
     */
    public synchronized void switchTo(Release next) {
        Served before = current.enter();
        try {
            current.switchTo(Served.open(next, settings, sites, MemoryNeed.of(before.manifest())));
        } finally {
            before.leave();
        }
    }

    private FusekiServer fuseki(SiteServlet pages) {
        FusekiServer.Builder builder = FusekiServer.create()
                .port(settings.port())
                .maxServerThreads(THREADS)
                .fusekiModules(FusekiModules.empty())
                .registerOperation(Operation.Query, endpoint)
                .add(
                        "/sparql",
                        DataService.newBuilder(DatasetGraphZero.create())
                                .addEndpoint(Operation.Query, "")
                                .build())
                .addServlet("/reconcile/*", reconcile)
                .addServlet("/*", pages)
                .addFilter("/*", new NoTrace());
        if (settings.isOpenToOtherSites()) {
            builder.addFilter("/*", new OtherSites());
        }
        return builder.build();
    }

    private void configure(Server jetty) {
        ServerConnector connector = new CountingConnector((ServerConnector) jetty.getConnectors()[0], connections);
        jetty.setConnectors(new Connector[] {connector});
        connector.setHost(settings.host());
        connector.setIdleTimeout(settings.seconds(Setting.IDLE_SECONDS).toMillis());
        connector.setShutdownIdleTimeout(CLOSE_MILLISECONDS);
        HttpConfiguration http =
                connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        http.setOutputBufferSize(BUFFER_BYTES);
        http.setRequestHeaderSize(bodyBytes() + HEADER_BYTES);
        accessLog.ifPresent(jetty::setRequestLog);
        jetty.setErrorHandler(new PlainErrors());
        jetty.getDescendants(ContextHandler.class).forEach(context -> context.setErrorHandler(new PlainErrors()));
        jetty.setHandler(rooms(jetty.getHandler()));
        jetty.setStopTimeout(STOP_MILLISECONDS);
    }

    /** What a request passes before it reaches Fuseki: no thread is lent to it before it has arrived whole. */
    private Handler rooms(Handler fuseki) {
        Handler whole = new Arrival(fuseki, connections);
        SizeLimitHandler body = new SizeLimitHandler(bodyBytes(), -1);
        body.setHandler(new EagerContentHandler(
                whole,
                new FormContentLoaderFactory(MOST_FIELDS, bodyBytes()),
                new RetainedContentLoaderFactory(bodyBytes(), 0, true)));
        return new GracefulHandler(new HostCheck(new PlainBodies(body), settings.names()));
    }

    private int bodyBytes() {
        return BYTES_OF_A_CHARACTER * settings.bytes(Setting.QUERY_BYTES);
    }

    private Map<String, Number> gauges(Lanes lanes, Room room) {
        Runtime memory = Runtime.getRuntime();
        return Map.of(
                "queries_running", lanes.running(),
                "queries_waiting", lanes.waiting(),
                "answer_bytes", room.taken(),
                "connections", connections.count(),
                "request_bytes", connections.held(),
                "memory_bytes", memory.totalMemory() - memory.freeMemory());
    }

    /** Identity of the release that requests get now. */
    public String releaseId() {
        Served served = current.enter();
        try {
            return served.manifest().id();
        } finally {
            served.leave();
        }
    }

    /** Where the data is now, and how much memory it takes of what there is for it. */
    public String storage() {
        Served served = current.enter();
        try {
            return served.storage();
        } finally {
            served.leave();
        }
    }

    private void listen() {
        try {
            server.start();
        } catch (FusekiException failure) {
            close();
            throw new SurroundingsException(
                    "cannot listen on " + settings.host() + ":" + settings.port() + ": " + reason(failure), failure);
        }
    }

    /** What went wrong in the end: Jetty wraps the words of the system in words of its own. */
    private static String reason(Throwable failure) {
        if (failure instanceof UnresolvedAddressException) {
            return "there is no such host";
        }
        if (failure.getCause() != null) {
            return reason(failure.getCause());
        }
        return failure.getMessage() + (failure instanceof BindException ? "; name another with --port" : "");
    }

    /** Where it is to be reached. */
    public URI address() {
        return URI.create("http://" + settings.host() + ":" + server.getPort() + "/");
    }

    /** The port where Prometheus finds counts; 0 when there is none. */
    int metricsPort() {
        return metrics.port();
    }

    /** Whether a query is running or waiting. */
    public boolean isAnswering() {
        return endpoint.isAnswering() || reconcile.isAnswering();
    }

    /** Waits until it is closed. */
    public void join() {
        server.join();
    }

    /** Ends running queries, whose clients are told, and then itself. */
    @Override
    public void close() {
        if (!isClosed.compareAndSet(false, true)) {
            return;
        }
        reconcile.close();
        endpoint.close();
        stop();
        sender.close();
        connections.close();
        metrics.close();
        accessLog.ifPresent(AccessLog::close);
        current.close();
    }

    private void stop() {
        try {
            server.stop();
        } catch (FusekiException late) {
            // A client that had not yet sent, or taken, all by then has been left behind.
            if (!(late.getCause() instanceof TimeoutException)) {
                throw late;
            }
        }
    }
}
