package org.dossier.serve;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;

/**
 * The connections that are open: no more than there may be, no more of one client than it may have, and none of which a
 * request drips in so slowly that it never comes to an end.
 */
final class Connections implements Connection.Listener, AutoCloseable {

    private static final long SWEEP_EVERY_MILLISECONDS = 500;

    private final int most;
    private final int mostOfOneClient;
    private final Duration longestRequest;
    private final LongSupplier nanoClock;
    private final Map<Connection, ClientConnection> open = new ConcurrentHashMap<>();
    private final Map<String, Integer> openOfClient = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor sweeper;

    Connections(ServerSettings settings, LongSupplier nanoClock) {
        this.most = settings.count(Setting.CONNECTIONS);
        this.mostOfOneClient = settings.isBehindProxy() ? most : settings.count(Setting.CLIENT_CONNECTIONS);
        this.longestRequest = settings.seconds(Setting.REQUEST_SECONDS);
        this.nanoClock = nanoClock;
        this.sweeper = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "connections");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> unused = sweeper.scheduleWithFixedDelay(
                this::sweep, SWEEP_EVERY_MILLISECONDS, SWEEP_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        ClientConnection client = new ClientConnection(connection, nanoClock.getAsLong());
        open.put(connection, client);
        int own = openOfClient.merge(client.address(), 1, Integer::sum);
        if (open.size() > most || own > mostOfOneClient) {
            client.turnAway();
            // Not at once: whoever calls here is not done with opening it.
            sweeper.execute(client::cut);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        ClientConnection client = open.remove(connection);
        if (client != null) {
            openOfClient.computeIfPresent(client.address(), (address, count) -> count == 1 ? null : count - 1);
        }
    }

    /** What is known of a connection; nothing once it is closed. */
    Optional<ClientConnection> of(Connection connection) {
        return Optional.ofNullable(open.get(connection));
    }

    int count() {
        return open.size();
    }

    private void sweep() {
        long now = nanoClock.getAsLong();
        open.values().stream()
                .filter(client -> client.isDawdling(longestRequest.toNanos(), now))
                .forEach(ClientConnection::cut);
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
    }
}
