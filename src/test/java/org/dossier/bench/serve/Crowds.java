package org.dossier.bench.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.dossier.bench.serve.Http.Reply;
import org.dossier.serve.Setting;

/** Many clients at once that mean no good: what it costs the others. */
final class Crowds {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int SLOW = 300;
    private static final int EXPENSIVE = 200;
    private static final int CONNECTIONS = 1_800;
    private static final int ENEMIES = 6;
    private static final int LONG = 250_000;
    private static final int AWARDS = 20_000;
    private static final String ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
    private static final String LARGE = "SELECT * { ?s ?p ?o }";

    /** @param lookups of a client with another address; empty when nobody looked anything up */
    record Outcome(Percentiles health, Percentiles lookups) {}

    private Crowds() {}

    /** Settings as on the internet, where each client has so much query time a minute. */
    private static Endpoint endpoint() {
        return Endpoint.ours(Awards.dataset(AWARDS), Map.of(Setting.CLIENT_SECONDS, "60"));
    }

    /** Two hundred expensive queries at once from one address. */
    static Outcome expensive(Duration time) {
        try (Endpoint endpoint = endpoint();
                Load load = new Load()) {
            Http enemy = new Http(endpoint.sparql(), "127.0.0.2", PATIENCE);
            load.clients(EXPENSIVE, Duration.ofMillis(50), number -> enemy.query(ENDLESS, ""));
            Load.sleep(Duration.ofSeconds(1));
            Percentiles health = load.health(endpoint.sparql());
            Percentiles lookups = lookups(load, endpoint);
            Load.sleep(time);
            return new Outcome(health, lookups);
        }
    }

    private static Percentiles lookups(Load load, Endpoint endpoint) {
        Percentiles took = new Percentiles();
        Http friend = new Http(endpoint.sparql(), "127.0.0.3", PATIENCE);
        load.clients(1, Duration.ofMillis(30), number -> {
            long start = System.nanoTime();
            Reply reply = friend.query(Awards.lookup(ThreadLocalRandom.current().nextInt(AWARDS)), "");
            Load.note(took, start, reply.status() == 200 && reply.whole());
        });
        return took;
    }

    /** Requests whose body comes letter by letter. */
    static Outcome slowBodies(Duration time) {
        return slow(
                time,
                "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                        + "Content-Length: 2000\r\n\r\nSELECT",
                "x");
    }

    /** Requests whose headers come letter by letter. */
    static Outcome slowHeaders(Duration time) {
        return slow(time, "GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "x");
    }

    private static Outcome slow(Duration time, String start, String letter) {
        try (Endpoint endpoint = endpoint();
                Load load = new Load()) {
            Http enemy = new Http(endpoint.sparql(), "127.0.0.2", PATIENCE);
            load.clients(SLOW, Duration.ofMillis(50), number -> drip(load, enemy, start, letter));
            return watched(load, endpoint, time);
        }
    }

    private static Outcome watched(Load load, Endpoint endpoint, Duration time) {
        Load.sleep(Duration.ofSeconds(1));
        Percentiles health = load.health(endpoint.sparql());
        Percentiles lookups = lookups(load, endpoint);
        Load.sleep(time);
        return new Outcome(health, lookups);
    }

    private static void drip(Load load, Http http, String start, String letter) {
        try (Socket socket = http.connect()) {
            socket.getOutputStream().write(start.getBytes(UTF_8));
            for (int i = 0; i < 30 && !load.isOver(); i++) {
                Load.sleep(Duration.ofMillis(500));
                socket.getOutputStream().write(letter.getBytes(UTF_8));
            }
        } catch (IOException cutOff) {
            // Which is what is hoped for; the next connection follows at once.
            return;
        }
    }

    /** Clients that ask for much and take it a few bytes at a time. */
    static Outcome slowReaders(Duration time) {
        try (Endpoint endpoint = endpoint();
                Load load = new Load()) {
            Http enemy = new Http(endpoint.sparql(), "127.0.0.2", PATIENCE);
            load.clients(SLOW, Duration.ofMillis(50), number -> sip(load, enemy));
            return watched(load, endpoint, time);
        }
    }

    private static void sip(Load load, Http http) {
        try (Socket socket = http.connect()) {
            socket.setReceiveBufferSize(4096);
            socket.getOutputStream()
                    .write(("GET /sparql?query=" + HostileQueries.encoded(LARGE)
                                    + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(UTF_8));
            for (int i = 0; i < 30 && !load.isOver(); i++) {
                Load.sleep(Duration.ofMillis(500));
                if (socket.getInputStream().readNBytes(100).length == 0) {
                    return;
                }
            }
        } catch (IOException cutOff) {
            // Which is what is hoped for; the next connection follows at once.
            return;
        }
    }

    /** As many and as long requests as there may be, of which the end never comes. */
    static Outcome longRequests(Duration time) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        byte[] half = ("GET /sparql?query=" + "a".repeat(LONG)).getBytes(UTF_8);
        try (Endpoint endpoint = endpoint();
                Load load = new Load()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                Socket socket = new Http(endpoint.sparql(), "127.0.1." + (1 + i % ENEMIES), PATIENCE).connect();
                sockets.add(socket);
                begin(socket, half);
            }
            return watched(load, endpoint, time);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static void begin(Socket socket, byte[] half) {
        try {
            socket.getOutputStream().write(half);
        } catch (IOException cutOff) {
            // Which is what is hoped for.
            return;
        }
    }

    /** Connections that never say anything. */
    static Outcome idle(Duration time) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try (Endpoint endpoint = endpoint();
                Load load = new Load()) {
            Http enemy = new Http(endpoint.sparql(), "127.0.0.2", PATIENCE);
            for (int i = 0; i < SLOW; i++) {
                sockets.add(enemy.connect());
            }
            return watched(load, endpoint, time);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
