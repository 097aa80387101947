package org.dossier.bench.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dossier.bench.serve.Http.Reply;
import org.dossier.query.GateRules;
import org.dossier.query.QueryGate;
import org.dossier.query.QueryRefusal;
import org.dossier.serve.Setting;

/** Nearly right input by the thousand: whatever comes of it, it is an answer or a refusal. */
final class Fuzz {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SLOW = Duration.ofSeconds(2);

    /** Requests that are right, to begin with. */
    private static final List<String> REQUESTS = List.of(
            "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n",
            "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /sparql?query=ASK%20%7B%7D&format=csv&timeout=1 HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n",
            "POST /sparql?default-graph-uri=http%3A%2F%2Fa.example%2F HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/sparql-query\r\nContent-Length: 6\r\n\r\nASK {}",
            "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 16\r\n\r\nquery=ASK+%7B%7D",
            "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n6\r\nASK {}\r\n0\r\n\r\n",
            "OPTIONS /sparql HTTP/1.1\r\nHost: localhost\r\nOrigin: http://a.example\r\n\r\n",
            "GET /id/x%20y?a=b&c=d#e HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-5\r\nExpect: 100-continue\r\n\r\n");

    private Fuzz() {}

    /** The right queries that all wrong ones are made of. */
    static List<String> queries() {
        List<String> queries = new ArrayList<>(HostileQueries.read().values());
        try (Stream<Path> files = Files.list(Path.of("queries"))) {
            for (Path file : files.filter(found -> found.toString().endsWith(".rq"))
                    .sorted()
                    .toList()) {
                queries.add(Files.readString(file));
            }
            return queries;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Texts at the gate that are neither let in nor refused, or take it more than two seconds. */
    static List<String> atTheGate(int count, long seed) {
        QueryGate gate = new QueryGate(
                Map.of(), new GateRules(64 << 10, 200, 5_000, GateRules.Services.NONE, java.util.Set.of()));
        Mutations mutations = new Mutations(queries(), seed);
        List<String> complaints = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = mutations.next();
            long start = System.nanoTime();
            try {
                gate.admit("query", text);
            } catch (QueryRefusal refused) {
                if (refused.problems().isEmpty()) {
                    complaints.add("refused for no reason: " + text);
                }
            } catch (RuntimeException | Error odd) {
                complaints.add(odd + " for: " + text);
            }
            if (System.nanoTime() - start > SLOW.toNanos()) {
                complaints.add("slow: " + text);
            }
        }
        return complaints;
    }

    /** Requests that the server answers with its own failure, or that end it. */
    static List<String> overTheWire(int count, long seed) {
        Mutations mutations = new Mutations(REQUESTS, seed);
        List<String> complaints = new ArrayList<>();
        Map<Setting, String> settings = Map.of(Setting.REQUEST_SECONDS, "0.5", Setting.IDLE_SECONDS, "1");
        try (Endpoint endpoint = Endpoint.ours(Awards.dataset(10), settings)) {
            Http http = new Http(endpoint.sparql(), "127.0.0.1", PATIENCE);
            for (int i = 0; i < count; i++) {
                String request = mutations.next().replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
                Reply reply = http.send(request);
                if (reply.status() >= 500) {
                    complaints.add(reply.status() + " for: " + new String(request.getBytes(UTF_8), UTF_8));
                }
            }
            if (http.get("/health", "*/*").status() != 200) {
                complaints.add("the server is gone");
            }
        }
        return complaints;
    }
}
