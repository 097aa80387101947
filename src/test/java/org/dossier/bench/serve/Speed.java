package org.dossier.bench.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dossier.bench.serve.Http.Reply;

/** Processor time of a server for look-ups and joins over 100,000 triples, in a process of its own. */
final class Speed {

    private static final int AWARDS = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WARM = 6_000;
    private static final int LOOKUPS = 6_000;
    private static final int JOINS = 3_000;

    /** Milliseconds of processor time for one. */
    record Outcome(double lookup, double join) {}

    private Speed() {}

    /** Serves until it is killed; its first line is its address. */
    static void serve(boolean isStock) {
        DatasetGraph data = Awards.dataset(AWARDS);
        Endpoint endpoint = isStock ? Endpoint.stock(data) : Endpoint.ours(data);
        System.out.println(endpoint.sparql());
        Load.sleep(Duration.ofHours(1));
    }

    static Outcome measure(String kind) {
        try {
            Process server = new ProcessBuilder(List.of(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx1g",
                            "-Xss8m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ServeBench.class.getName(),
                            kind))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader lines = server.inputReader(UTF_8)) {
                return measure(server, URI.create(lines.readLine()));
            } finally {
                server.destroyForcibly();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Outcome measure(Process server, URI endpoint) throws IOException {
        Random random = new Random(5);
        try (Socket socket = new Http(endpoint, "127.0.0.1", PATIENCE).connect()) {
            for (int i = 0; i < WARM; i++) {
                ask(socket, endpoint, i % 2 == 0 ? Awards.lookup(random.nextInt(AWARDS)) : Awards.join(i));
            }
            double lookup = each(server, LOOKUPS, () -> ask(socket, endpoint, Awards.lookup(random.nextInt(AWARDS))));
            double join = each(server, JOINS, () -> ask(socket, endpoint, Awards.join(random.nextInt(AWARDS))));
            return new Outcome(lookup, join);
        }
    }

    private interface Turn {
        void take() throws IOException;
    }

    private static double each(Process server, int times, Turn turn) throws IOException {
        Duration before = server.info().totalCpuDuration().orElseThrow();
        for (int i = 0; i < times; i++) {
            turn.take();
        }
        Duration used = server.info().totalCpuDuration().orElseThrow().minus(before);
        return used.toNanos() / 1e6 / times;
    }

    private static void ask(Socket socket, URI endpoint, String query) throws IOException {
        String request = "GET " + endpoint.getPath() + "?query=" + HostileQueries.encoded(query)
                + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/sparql-results+json\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(UTF_8));
        InputStream in = socket.getInputStream();
        Reply reply = Http.read(in);
        if (reply.status() != 200 || !reply.whole()) {
            throw new IllegalStateException(reply.status() + " " + reply.text());
        }
    }
}
