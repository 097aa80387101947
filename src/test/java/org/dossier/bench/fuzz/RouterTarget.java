package org.dossier.bench.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dossier.bench.serve.Http;
import org.dossier.bench.serve.Http.Reply;
import org.dossier.cli.ShippedSites;
import org.dossier.release.Release;
import org.dossier.serve.DossierServer;
import org.dossier.serve.ServerSettings;
import org.dossier.serve.Setting;

/** The whole server, over the wire: it never fails at a request, and is there after it. */
final class RouterTarget implements Target {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String END = "\r\n\r\n";
    private static final int FAILURE = 500;

    /** Methods and versions that nobody knows; and to whom has sent half a request and then no more, one may say anything. */
    private static final Set<Integer> REFUSALS = Set.of(501, 503, 505);

    /** The client's address changes, since no two connections may have the same ports for a while. */
    private static final int ADDRESSES = 200;

    private static final int CLIENTS = 32;

    private final DossierServer server;
    private final AtomicInteger count = new AtomicInteger();

    RouterTarget(Path folder) {
        Release release = InventedRelease.in(folder);
        Map<Setting, String> settings =
                Map.of(Setting.PORT, "0", Setting.REQUEST_SECONDS, "0.5", Setting.IDLE_SECONDS, "1");
        this.server = DossierServer.start(release, ServerSettings.of(settings), ShippedSites.of(folder));
    }

    @Override
    public String take(byte[] input) {
        String request = new String(input, ISO_8859_1).replaceFirst(END, "\r\nConnection: close" + END);
        int turn = count.incrementAndGet();
        Reply reply = client(turn).sendAll(request.getBytes(ISO_8859_1));
        Promises.require(
                reply.status() < FAILURE || REFUSALS.contains(reply.status()),
                reply.status() + " " + reply.text().strip());
        String text = new String(reply.body(), UTF_8);
        Promises.require(!text.contains("Exception") && !text.contains("org.eclipse"), "it shows its insides: " + text);
        if (reply.status() == 0 && turn % ADDRESSES == 0) {
            Promises.require(client(turn).get("/health", "*/*").status() == 200, "the server is gone");
        }
        return Integer.toString(reply.status());
    }

    private Http client(int turn) {
        return new Http(server.address().resolve("/sparql"), "127.0.3." + (1 + turn % ADDRESSES), PATIENCE);
    }

    @Override
    public int atOnce() {
        return CLIENTS;
    }

    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                        "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n",
                        "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                        "GET /sparql?query=ASK%20%7B%7D&format=csv&timeout=1 HTTP/1.1\r\nHost: localhost\r\n"
                                + "Accept-Encoding: gzip\r\n\r\n",
                        "POST /sparql?default-graph-uri=http%3A%2F%2Fa.example%2F HTTP/1.1\r\nHost: localhost\r\n"
                                + "Content-Type: application/sparql-query\r\nContent-Length: 6\r\n\r\nASK {}",
                        "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                + "Content-Length: 16\r\n\r\nquery=ASK+%7B%7D",
                        "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n6\r\nASK {}\r\n0\r\n\r\n",
                        "OPTIONS /sparql HTTP/1.1\r\nHost: localhost\r\nOrigin: http://a.example\r\n\r\n",
                        "GET /id/halvick HTTP/1.1\r\nHost: localhost\r\nAccept: text/turtle;q=0.9, text/html\r\n\r\n",
                        "GET /doc/halvick.ttl HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: \"x\"\r\n\r\n",
                        "GET /doc/orrin.html?lang=en HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET /q/whom.csv?agency=halvick HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET /search?words=orrin HTTP/1.1\r\nHost: localhost\r\nAccept-Language: de\r\n\r\n",
                        "GET /search.json?class=Agency&words=h HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET /doc/kind/news-article HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET /doc/graph/facts-gazette.nt HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "HEAD /sources HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET /reconcile/suggest/entity?prefix=o&cursor=1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET /reconcile?extend=%7B%22ids%22%3A%5B%22orrin%22%5D%2C%22properties%22%3A%5B%7B%22id%22%3A%22label%22%7D%5D%7D"
                                + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "POST /reconcile HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                + "Content-Length: 52\r\n\r\nqueries=%7B%22q0%22%3A%7B%22query%22%3A%22a%22%7D%7D",
                        "GET /id/x%20y?a=b&c=d#e HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-5\r\n"
                                + "Expect: 100-continue\r\n\r\n")
                .map(Targets::bytes)
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
