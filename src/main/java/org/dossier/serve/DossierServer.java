package org.dossier.serve;

import java.net.BindException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.dossier.problem.SurroundingsException;
import org.dossier.release.Release;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * Serves one release: SPARQL at {@code /sparql}, its state at {@code /health}, and pages. It cannot change the data, since
 * the dataset is read-only and no operation but the query is offered.
 */
public final class DossierServer implements AutoCloseable {

    /** How long a request that was begun may still take when the server ends; its query is aborted by then. */
    private static final long STOP_MILLISECONDS = 5_000;

    private final FusekiServer server;
    private final QueryEndpoint endpoint;
    private final ServerSettings settings;

    private DossierServer(FusekiServer server, QueryEndpoint endpoint, ServerSettings settings) {
        this.server = server;
        this.endpoint = endpoint;
        this.settings = settings;
    }

    /**
     * Loads a release into memory and starts to serve it.
     *
     * @param sites what there is beside SPARQL; the first that has something at an address answers
     * @throws SurroundingsException when a file of the release is damaged, or the port cannot be had
     */
    public static DossierServer start(Release release, ServerSettings settings, List<? extends Site> sites) {
        DatasetGraph data = new DatasetGraphReadOnly(release.verified().load());
        QueryEndpoint endpoint =
                new QueryEndpoint(settings.queryTime(), new ServiceDescription(release.manifest(), data));
        List<Site> all = Stream.concat(Stream.of(new Health(release.manifest(), data)), sites.stream())
                .toList();
        FusekiServer server = FusekiServer.create()
                .port(settings.port())
                .fusekiModules(FusekiModules.empty())
                .registerOperation(Operation.Query, endpoint)
                .add(
                        "/sparql",
                        DataService.newBuilder(data)
                                .addEndpoint(Operation.Query, "")
                                .build())
                .addServlet("/*", new SiteServlet(all))
                .build();
        connector(server).setHost(settings.host());
        letRequestsEnd(server.getJettyServer());
        return new DossierServer(listening(server, settings), endpoint, settings);
    }

    private static void letRequestsEnd(Server jetty) {
        jetty.setHandler(new GracefulHandler(jetty.getHandler()));
        jetty.setStopTimeout(STOP_MILLISECONDS);
    }

    private static FusekiServer listening(FusekiServer server, ServerSettings settings) {
        try {
            return server.start();
        } catch (FusekiException failure) {
            server.stop();
            String reason = reason(failure);
            throw new SurroundingsException(
                    "cannot listen on " + settings.host() + ":" + settings.port() + ": " + reason, failure);
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

    private static ServerConnector connector(FusekiServer server) {
        return (ServerConnector) server.getJettyServer().getConnectors()[0];
    }

    /** Where it is to be reached. */
    public URI address() {
        return URI.create("http://" + settings.host() + ":" + server.getPort() + "/");
    }

    /** Whether a query is running. */
    public boolean isAnswering() {
        return endpoint.isAnswering();
    }

    /** Waits until it is closed. */
    public void join() {
        server.join();
    }

    /** Ends running queries, whose clients are told, and then itself. */
    @Override
    public void close() {
        endpoint.close();
        server.stop();
    }
}
