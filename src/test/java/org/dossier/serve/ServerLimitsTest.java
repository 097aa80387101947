package org.dossier.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dossier.release.Release;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goes to the limits of a real server, one at a time. */
class ServerLimitsTest {

    private static final String ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    private static final String ROWS = "SELECT ?s ?v { ?s ?p ?v } ORDER BY ?v";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static Release release;
    private DossierServer server;

    @BeforeAll
    static void writeRelease() {
        release = TestRelease.write(folder, TestRelease.numbers(300));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void start(Map<Setting, String> settings) {
        Map<Setting, String> all = new EnumMap<>(Map.of(Setting.PORT, "0"));
        all.putAll(settings);
        server = DossierServer.start(release, ServerSettings.of(all), (served, data) -> List.of());
    }

    private HttpRequest.Builder query(String text) {
        return HttpRequest.newBuilder(address("/sparql?query=" + URLEncoder.encode(text, UTF_8)));
    }

    private URI address(String path) {
        return server.address().resolve(path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static CompletableFuture<HttpResponse<String>> sendLater(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            query-bytes  | 50  | SELECT * { ?s ?p "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee" }
            nesting      | 3   | SELECT * { { { { ?s ?p ?o } } } }
            values-rows  | 2   | SELECT * { VALUES ?x { 1 2 3 } }
            answer-rows  | 299 | SELECT * { ?s ?p ?o }
            answer-rows  | 299 | CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }
            answer-bytes | 1k  | SELECT * { ?s ?p ?o }
            answer-bytes | 1k  | CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }
            answer-bytes | 1k  | DESCRIBE ?s { ?s ?p ?o }
            text-length  | 10  | SELECT (CONCAT("123456", "123456") AS ?x) {}
            digits       | 5   | SELECT (999 * 999 AS ?x) {}
            """)
    void namesTheSettingThatAQueryMeets(String setting, String value, String query) {
        start(Map.of(Setting.named(setting).orElseThrow(), value));

        HttpResponse<String> response = send(query(query));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("(" + setting + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml", "csv", "tsv"})
    void answersWholeOrNotAtAll(String format) {
        for (int bytes = 64; bytes < 20_000; bytes += 2_999) {
            start(Map.of(Setting.ANSWER_BYTES, Integer.toString(bytes)));

            HttpResponse<String> response = send(HttpRequest.newBuilder(
                    address("/sparql?format=" + format + "&query=" + URLEncoder.encode(ROWS, UTF_8))));

            if (response.statusCode() == 200) {
                assertThat(response.body()).contains("n300");
                assertThat(response.body().length()).isLessThanOrEqualTo(bytes);
            } else {
                assertThat(response.statusCode()).isEqualTo(400);
            }
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttl", "nt", "jsonld"})
    void namesTheSettingInEachFormOfTriples(String format) {
        start(Map.of(Setting.ANSWER_BYTES, "1k"));
        String query = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }";

        HttpResponse<String> response = send(HttpRequest.newBuilder(
                address("/sparql?format=" + format + "&query=" + URLEncoder.encode(query, UTF_8))));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("(answer-bytes)");
    }

    @Test
    void compressesForClientsThatReadIt() throws Exception {
        start(Map.of());
        HttpRequest request = query(ROWS)
                .header("Accept-Encoding", "br, gzip")
                .header("Accept", "text/csv")
                .build();

        HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(new String(plain.readAllBytes(), UTF_8)).endsWith("n300,300\r\n");
        }
    }

    @Test
    void doesNotCompressForClientsThatRefuseIt() {
        start(Map.of());

        HttpResponse<String> response = send(query(ROWS).header("Accept-Encoding", "identity, gzip;q=0"));

        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void keepsASlotForWhoeverHasNothingRunning() {
        start(Map.of(Setting.QUERY_SLOTS, "1", Setting.PROXY, "forwarded", Setting.CLIENT_SECONDS, "1000"));
        List<CompletableFuture<HttpResponse<String>>> slow = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            slow.add(sendLater(query(ENDLESS).header("X-Forwarded-For", "192.0.2.1")));
        }
        await(server::isAnswering);

        HttpResponse<String> quick = send(query(ROWS).header("X-Forwarded-For", "made up, 192.0.2.2"));

        assertThat(quick.statusCode()).isEqualTo(200);
        assertThat(slow).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void refusesMoreThanOneClientMayHaveWaiting() {
        start(Map.of(
                Setting.QUERY_SLOTS, "1",
                Setting.CLIENT_SLOTS, "1",
                Setting.CLIENT_QUEUE, "1",
                Setting.QUERY_SECONDS, "0.5"));
        CompletableFuture<HttpResponse<String>> first = sendLater(query(ENDLESS));
        await(server::isAnswering);
        CompletableFuture<HttpResponse<String>> second = sendLater(query(ENDLESS));
        await(() -> send(HttpRequest.newBuilder(address("/health"))).body().contains("\"queriesWaiting\":1"));

        HttpResponse<String> third = send(query(ROWS));

        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("Retry-After")).contains("1");
        assertThat(third.body()).contains("(client-slots, client-queue)");
        assertThat(first.join().statusCode()).isEqualTo(503);
        assertThat(second.join().statusCode()).isEqualTo(503);
    }

    @Test
    void refusesAClientThatHasUsedUpItsTime() {
        start(Map.of(Setting.CLIENT_SECONDS, "0.1", Setting.QUERY_SECONDS, "0.2"));
        assertThat(send(query(ENDLESS)).statusCode()).isEqualTo(503);

        HttpResponse<String> response = send(query(ROWS));

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(response.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(30, 200);
        assertThat(response.body()).contains("(client-seconds)");
    }

    @Test
    void stopsTheQueryOfAClientThatHasGone() throws IOException {
        start(Map.of(Setting.QUERY_SECONDS, "600"));
        try (Socket client = new Socket("localhost", server.address().getPort())) {
            String request =
                    "GET /sparql?query=" + URLEncoder.encode(ENDLESS, UTF_8) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            client.getOutputStream().write(request.getBytes(UTF_8));
            await(server::isAnswering);
        }

        await(() -> !server.isAnswering());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: loc",
                "POST /sparql HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/sparql-query\r\nContent-Length: 50\r\n\r\nSELECT"
            })
    void cutsOffARequestThatDoesNotComeToAnEnd(String start) throws IOException {
        start(Map.of(Setting.REQUEST_SECONDS, "0.3"));
        try (Socket client = new Socket("localhost", server.address().getPort())) {
            client.getOutputStream().write(start.getBytes(UTF_8));

            String rest = new String(client.getInputStream().readAllBytes(), UTF_8);

            assertThat(rest).doesNotContain("200 OK");
        }
    }

    @Test
    void hasRoomForSoManyConnectionsOfOneClient() throws IOException {
        start(Map.of(Setting.CLIENT_CONNECTIONS, "2", Setting.IDLE_SECONDS, "5"));
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sockets.add(new Socket("localhost", server.address().getPort()));
        }

        long answered = sockets.stream().filter(ServerLimitsTest::isAnswered).count();

        assertThat(answered).isEqualTo(2);
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    static Stream<String> requestsWithoutEnd() {
        String post = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n";
        return Stream.of(
                "GET /sparql?query=" + "a".repeat(60_000),
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(60_000),
                "GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: y\r\n".repeat(1_000),
                post + "Content-Length: 250000\r\n\r\n" + "a".repeat(60_000),
                post + "Transfer-Encoding: chunked\r\n\r\n" + "1\r\na\r\n".repeat(1_000));
    }

    @ParameterizedTest
    @MethodSource("requestsWithoutEnd")
    void givesUpTheLargestRequestsWhereThereAreMoreThanItHasRoomFor(String half) throws IOException {
        start(Map.of(Setting.INCOMING_BYTES, "100k", Setting.REQUEST_SECONDS, "60"));
        List<Socket> sockets = new ArrayList<>();
        try (Socket small = new Socket("localhost", server.address().getPort())) {
            small.getOutputStream().write("GET /health HTTP/1.1\r\nHost: local".getBytes(UTF_8));
            for (int i = 0; i < 4; i++) {
                Socket socket = new Socket("localhost", server.address().getPort());
                socket.setSoTimeout(20);
                socket.getOutputStream().write(half.getBytes(UTF_8));
                sockets.add(socket);
            }

            await(() -> sockets.stream().filter(ServerLimitsTest::isCutOff).count() >= 3);
            small.getOutputStream().write("host\r\n\r\n".getBytes(UTF_8));
            assertThat(new String(small.getInputStream().readNBytes(12), UTF_8)).isEqualTo("HTTP/1.1 200");
        }
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"100, false", "20000, true"})
    void keepsNoConnectionThatHasTakenALargeRequest(int length, boolean isClosed) throws IOException {
        start(Map.of());
        try (Socket client = new Socket("localhost", server.address().getPort())) {
            client.setSoTimeout(300);
            client.getOutputStream()
                    .write(("GET /health HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(length) + "\r\n\r\n")
                            .getBytes(UTF_8));

            assertThat(new String(client.getInputStream().readNBytes(12), UTF_8))
                    .isEqualTo("HTTP/1.1 200");
            assertThat(isOver(client)).isEqualTo(isClosed);
        }
    }

    private static boolean isOver(Socket client) throws IOException {
        try {
            client.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        }
    }

    @Test
    void givesUpLargeRequestsWhileTheyAreAnsweredToo() throws IOException {
        start(Map.of(Setting.INCOMING_BYTES, "100k", Setting.QUERY_SECONDS, "600"));
        String whole = "GET /sparql?query=" + URLEncoder.encode(ENDLESS, UTF_8)
                + " HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(60_000) + "\r\n\r\n";
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Socket socket = new Socket("localhost", server.address().getPort());
            socket.setSoTimeout(20);
            socket.getOutputStream().write(whole.getBytes(UTF_8));
            sockets.add(socket);
        }

        await(() -> sockets.stream().filter(ServerLimitsTest::isCutOff).count() == 1);

        assertThat(healthIsTold()).isTrue();
        for (Socket socket : sockets) {
            socket.close();
        }
        await(() -> !server.isAnswering());
    }

    /** Whether nothing more comes, and what has come is no answer. */
    private static boolean isCutOff(Socket socket) {
        try {
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .doesNotContain("200 OK");
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException cutOff) {
            return true;
        }
    }

    @Test
    void countsWhatHasComeUntilItIsAnswered() throws IOException {
        start(Map.of(Setting.METRICS, "localhost:0"));
        try (Socket client = new Socket("localhost", server.address().getPort())) {
            client.getOutputStream().write("GET /health HTTP/1.1\r\n".getBytes(UTF_8));
            await(() -> metrics().contains("dossier_request_bytes 278\n"));

            client.getOutputStream().write("Host: localhost\r\n\r\n".getBytes(UTF_8));
            await(() -> metrics().contains("dossier_request_bytes 0\n"));

            client.getOutputStream().write("GET /hea".getBytes(UTF_8));
            await(() -> metrics().contains("dossier_request_bytes 8\n"));
        }
        await(() -> metrics().contains("dossier_request_bytes 0\n"));
    }

    @Test
    void forgetsConnectionsThatAreClosed() {
        start(Map.of(Setting.CLIENT_CONNECTIONS, "2"));

        for (int i = 0; i < 20; i++) {
            await(() -> healthIsTold());
        }
    }

    private boolean healthIsTold() {
        try {
            return healthAs("localhost").startsWith("HTTP/1.1 200");
        } catch (IOException cutOff) {
            return false;
        }
    }

    /** The connection stays open, so that it counts until the end. */
    private static boolean isAnswered(Socket socket) {
        try {
            socket.getOutputStream().write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
            return new String(socket.getInputStream().readNBytes(12), UTF_8).equals("HTTP/1.1 200");
        } catch (IOException cutOff) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST:99, 200",
        "127.0.0.1, 200",
        "[::1]:80, 200",
        "evil.example, 421",
        "own.example, 421"
    })
    void answersOnLoopbackToItsOwnNamesOnly(String host, int status) throws IOException {
        start(Map.of());

        assertThat(healthAs(host)).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void answersToNamesThatItIsGiven() throws IOException {
        start(Map.of(Setting.NAMES, "own.example, other.example"));

        assertThat(healthAs("own.example")).startsWith("HTTP/1.1 200");
        assertThat(healthAs("evil.example"))
                .startsWith("HTTP/1.1 421")
                .endsWith("this server is not called by that name; its own are set with names\n");
    }

    private String healthAs(String host) throws IOException {
        try (Socket client = new Socket("localhost", server.address().getPort())) {
            String request = "GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            client.getOutputStream().write(request.getBytes(UTF_8));
            return new String(client.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void keepsAnswersFromOtherSitesUnlessAskedTo() {
        start(Map.of());

        assertThat(send(query(ROWS).header("Origin", "https://elsewhere.example"))
                        .headers()
                        .map())
                .doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void letsOtherSitesReadAnswersWithoutCredentials() {
        start(Map.of(Setting.ORIGINS, "any"));

        HttpResponse<String> response = send(query(ROWS).header("Origin", "https://elsewhere.example"));
        HttpResponse<String> first = send(HttpRequest.newBuilder(address("/sparql"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST"));

        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(response.headers().map()).doesNotContainKey("access-control-allow-credentials");
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.headers().firstValue("Access-Control-Allow-Methods")).contains("GET, POST");
    }

    @Test
    void dropsWhatItWouldOnlyEcho() {
        start(Map.of());

        HttpResponse<String> response = send(HttpRequest.newBuilder(address(
                "/sparql?format=xml&stylesheet=%3Cevil%3E&callback=evil&query=" + URLEncoder.encode(ROWS, UTF_8))));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).doesNotContain("evil").startsWith("<?xml version=\"1.0\"?>\n<sparql");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /sparql?query=%FF%FE",
                "GET /sparql?query=SELECT",
                "GET /%2e%2e/etc",
                "GET /sparql?query=a&query=b",
                "GET /a%00b",
                "GET /sparql?default-graph-uri=a",
                "GET /sparql?query=ASK%7B%7D&named-graph-uri=a%20b",
                "GET /search?words=%FF",
                "GET /search?words=%",
                "GET /reconcile?queries=%FF",
                "POST /",
                "DELETE /id/a",
                "TRACE /",
                "TRACE /sparql",
                "TRACE /reconcile"
            })
    void tellsNothingOfItsInsides(String path) throws IOException {
        start(Map.of());
        try (Socket client = new Socket("localhost", server.address().getPort())) {
            client.getOutputStream()
                    .write((path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(UTF_8));

            String answer = new String(client.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 4").contains("text/plain");
            assertThat(answer)
                    .doesNotContain("<html", "org.", "java", "jetty", "Jetty", "Fuseki", "Exception", "\tat ");
        }
    }

    @Test
    void logsRequestsWithoutWhatIsAsked(@TempDir Path logs) throws IOException {
        Path log = logs.resolve("access.log");
        start(Map.of(Setting.ACCESS_LOG, log.toString()));

        send(query(ROWS));
        send(HttpRequest.newBuilder(address("/secret-path?who=me")));
        server.close();

        List<String> lines = Files.readAllLines(log);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).matches("\\S+Z \\S+ GET /sparql 200 [0-9]+ [0-9]+ms");
        assertThat(lines.get(1)).matches("\\S+Z \\S+ GET /secret-path 404 [0-9]+ [0-9]+ms");
    }

    @Test
    void logsWhoAsksTheProxyInFront(@TempDir Path logs) throws IOException {
        Path log = logs.resolve("access.log");
        start(Map.of(Setting.ACCESS_LOG, log.toString(), Setting.PROXY, "forwarded"));

        send(query(ROWS).header("X-Forwarded-For", "made-up, 192.0.2.7"));
        server.close();

        assertThat(Files.readString(log)).contains("Z 192.0.2.7 GET /sparql 200 ");
    }

    @Test
    void logsWhatIsAskedWhenToldTo(@TempDir Path logs) throws IOException {
        Path log = logs.resolve("access.log");
        start(Map.of(Setting.ACCESS_LOG, log.toString(), Setting.LOG_QUERIES, "yes"));

        send(query("ASK {\n}"));
        server.close();

        assertThat(Files.readString(log)).endsWith("ms ASK {\\u000a}\n");
    }

    @Test
    void showsCountsAtAnAddressOfTheirOwn() {
        start(Map.of(Setting.METRICS, "localhost:0"));
        send(query(ROWS));
        send(query("nonsense"));

        await(() -> metrics().contains("dossier_queries_running 0\n"));
        assertThat(metrics())
                .contains(
                        "dossier_queries_total{status=\"200\"} 1\n",
                        "dossier_queries_total{status=\"400\"} 1\n",
                        "dossier_release{id=\"" + release.manifest().id() + "\"} 1\n");
        assertThat(send(HttpRequest.newBuilder(address("/metrics"))).statusCode())
                .isEqualTo(404);
    }

    private String metrics() {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + server.metricsPort() + "/metrics")))
                .body();
    }
}
