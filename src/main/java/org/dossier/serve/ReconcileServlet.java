package org.dossier.serve;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dossier.query.limited.StopSignal.Reason;

/**
 * {@code /reconcile}: the Reconciliation Service API 0.2 over the release that is served, by which OpenRefine matches sheets
 * to the dossier. Its requests wait in the same lanes and count against the same limits as queries.
 */
final class ReconcileServlet extends HttpServlet implements AutoCloseable {

    static final String PATH = "/reconcile";

    private final transient CurrentlyServed current;
    private final transient Lanes lanes;
    private final transient Sender sender;
    private final transient Clients clients;
    private final transient Duration longest;
    private final transient Departures departures = new Departures();
    private final transient Set<ReconcileJob> jobs = ConcurrentHashMap.newKeySet();

    ReconcileServlet(CurrentlyServed current, Lanes lanes, Sender sender, Clients clients, ServerSettings settings) {
        this.current = current;
        this.lanes = lanes;
        this.sender = sender;
        this.clients = clients;
        this.longest = settings.seconds(Setting.QUERY_SECONDS);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        answer(request);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        answer(request);
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Allow", "GET, HEAD, POST, OPTIONS");
    }

    private void answer(HttpServletRequest request) {
        AsyncContext exchange = request.startAsync();
        // Time is kept by the job.
        exchange.setTimeout(0);
        try {
            enter(ReconcileRequest.of(request, clients.origin(request)), request, exchange);
        } catch (Refusal refusal) {
            sender.send(exchange, refusal.page());
        }
    }

    private void enter(ReconcileRequest asked, HttpServletRequest request, AsyncContext exchange) {
        Optional<ClientConnection> client = Optional.ofNullable(Sender.connection(request));
        ReconcileJob job = new ReconcileJob(asked, exchange, current.enter(), sender, longest, ended -> {
            jobs.remove(ended);
            client.ifPresent(departures::forget);
            ended.served().leave();
        });
        jobs.add(job);
        client.ifPresent(there -> departures.watch(there, () -> job.stop(Reason.GONE, "nobody waits for the answer")));
        lanes.enter(clients.of(request), job);
    }

    /** Whether it works for anybody. */
    boolean isAnswering() {
        return !jobs.isEmpty();
    }

    /** Ends all work; the clients are told. */
    @Override
    public void close() {
        jobs.forEach(job -> job.stop(Reason.END, "the server is about to end"));
        departures.close();
    }
}
