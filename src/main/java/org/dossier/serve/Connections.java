package org.dossier.serve;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.io.Connection;

/**
 * The connections that are open: no more than there may be, no more of one client than it may have, none of which a
 * request drips in so slowly that it never comes to an end, and no more of unfinished requests than there is memory for.
 */
final class Connections implements Connection.Listener, AutoCloseable {

    private static final long SWEEP_EVERY_MILLISECONDS = 500;

    private final int most;
    private final int mostOfOneClient;
    private final Duration longestRequest;
    private final long mostHeld;
    private final LongSupplier nanoClock;
    private final Map<Connection, ClientConnection> open = new ConcurrentHashMap<>();
    private final Map<String, Integer> openOfClient = new ConcurrentHashMap<>();
    private final AtomicLong held = new AtomicLong();
    private final ScheduledThreadPoolExecutor sweeper;

    Connections(ServerSettings settings, LongSupplier nanoClock) {
        this.most = settings.count(Setting.CONNECTIONS);
        this.mostOfOneClient = settings.isBehindProxy() ? most : settings.count(Setting.CLIENT_CONNECTIONS);
        this.longestRequest = settings.seconds(Setting.REQUEST_SECONDS);
        this.mostHeld = settings.incomingBytes();
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
            release(client);
        }
    }

    /**
     * So much more memory is needed for a request, in bytes. When there is no room for them, the client that holds most makes some.
     *
     * @return whether to go on with the connection
     */
    boolean take(Connection connection, long bytes) {
        ClientConnection client = open.get(connection);
        if (client == null) {
            return true;
        }
        if (client.isTurnedAway()) {
            return false;
        }
        client.take(bytes);
        if (held.addAndGet(bytes) > mostHeld) {
            makeRoom();
        }
        return !client.isTurnedAway();
    }

    /** The largest request of the client that has most of them in all is given up. */
    private synchronized void makeRoom() {
        List<ClientConnection> unfinished =
                open.values().stream().filter(client -> !client.isAnswering()).toList();
        Map<String, Long> heldByClient = unfinished.stream()
                .collect(Collectors.groupingBy(
                        ClientConnection::address, Collectors.summingLong(ClientConnection::held)));
        if (held.get() > mostHeld) {
            unfinished.stream()
                    .max(Comparator.comparingLong(
                                    (ClientConnection client) -> heldByClient.getOrDefault(client.address(), 0L))
                            .thenComparingLong(ClientConnection::held))
                    .ifPresent(this::giveUp);
        }
    }

    private void giveUp(ClientConnection greedy) {
        greedy.turnAway();
        release(greedy);
        sweeper.execute(greedy::cut);
    }

    private void release(ClientConnection client) {
        held.addAndGet(-client.release());
    }

    /** The answer to a client's request is out. */
    void answered(ClientConnection client) {
        release(client);
        client.end(nanoClock.getAsLong());
    }

    /** Memory that requests take which are not yet answered, in bytes. */
    long held() {
        return held.get();
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
