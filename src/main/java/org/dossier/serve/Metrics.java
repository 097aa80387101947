package org.dossier.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.dossier.problem.SurroundingsException;
import org.jspecify.annotations.Nullable;

/** Counts what happens to queries, and shows it to Prometheus at an address of its own. */
final class Metrics implements AutoCloseable {

    private static final int OK = 200;
    private static final double NANOSECONDS = 1e9;

    /** The numbers of the moment, by name. */
    interface Gauges {
        Map<String, Number> now();
    }

    private final Map<Integer, LongAdder> byStatus = new ConcurrentSkipListMap<>();
    private final LongAdder nanoseconds = new LongAdder();
    private final LongAdder gone = new LongAdder();
    private @Nullable HttpServer server;

    /** A query has been answered or refused. */
    void ended(int status, Duration took) {
        byStatus.computeIfAbsent(status, first -> new LongAdder()).increment();
        nanoseconds.add(took.toNanos());
    }

    /** Nobody was there any more to be answered. */
    void abandoned(Duration took) {
        gone.increment();
        nanoseconds.add(took.toNanos());
    }

    /**
     * Shows the counts until it is closed.
     *
     * @param release identity of the release that is served
     * @throws SurroundingsException when the address cannot be had
     */
    void show(InetSocketAddress address, Gauges gauges, Supplier<String> release) {
        try {
            HttpServer shown = HttpServer.create(address, 0);
            shown.createContext("/metrics", exchange -> answer(exchange, text(gauges.now(), release.get())));
            shown.start();
            server = shown;
        } catch (IOException failure) {
            throw new SurroundingsException(
                    "cannot listen on " + address.getHostString() + ":" + address.getPort() + ": "
                            + failure.getMessage(),
                    failure);
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            byte[] bytes = text.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(OK, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    String text(Map<String, Number> gauges, String release) {
        StringBuilder text = new StringBuilder("# TYPE dossier_queries_total counter\n");
        byStatus.forEach((status, count) ->
                text.append("dossier_queries_total{status=\"" + status + "\"} " + count.sum() + "\n"));
        text.append("dossier_queries_total{status=\"gone\"} " + gone.sum() + "\n");
        text.append("# TYPE dossier_query_seconds_total counter\n");
        text.append("dossier_query_seconds_total " + nanoseconds.sum() / NANOSECONDS + "\n");
        new TreeMap<>(gauges)
                .forEach((name, value) ->
                        text.append("# TYPE dossier_" + name + " gauge\ndossier_" + name + " " + value + "\n"));
        text.append("# TYPE dossier_release gauge\ndossier_release{id=\"" + release + "\"} 1\n");
        return text.toString();
    }

    /** The port that it is shown at; 0 when it is not. */
    int port() {
        HttpServer shown = server;
        return shown == null ? 0 : shown.getAddress().getPort();
    }

    @Override
    public void close() {
        HttpServer shown = server;
        if (shown != null) {
            shown.stop(0);
        }
    }
}
