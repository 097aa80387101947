package org.dossier.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks a server on this machine that answers as USAspending's API is documented to. */
class ApiDownloadTest {

    /** What a server sends back. */
    private record Reply(int status, String body) {}

    @TempDir
    Path dossier;

    private final Map<String, Deque<Reply>> replies = new HashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> told = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private String site = "";

    ApiDownloadTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        site = "http://localhost:" + server.getAddress().getPort();
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (InputStream body = exchange.getRequestBody()) {
            String path = exchange.getRequestURI().toString();
            asked.add(exchange.getRequestMethod() + " " + path + " "
                    + new String(body.readAllBytes(), StandardCharsets.UTF_8));
            Reply reply = replies.getOrDefault(path, new ArrayDeque<>()).poll();
            if (reply == null) {
                reply = new Reply(404, "nothing here");
            }
            if (reply.status() == 0) {
                over.await();
            }
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            if (reply.status() / 100 == 3) {
                exchange.getResponseHeaders().add("Location", reply.body());
            }
            exchange.sendResponseHeaders(Math.max(200, reply.status()), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void reply(String path, int status, String body) {
        replies.computeIfAbsent(path, unseen -> new ArrayDeque<>()).add(new Reply(status, body));
    }

    private ApiRequest question(String address, String rest) throws IOException {
        Path folder = Files.createDirectories(dossier.resolve("imports/awards/requests"));
        Files.writeString(
                folder.resolve("ice.json"), "// why\n{ \"address\": \"" + site + address + "\", " + rest + " }");
        Problems problems = new Problems();
        return ApiRequest.read(dossier, "awards", "ice", problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
    }

    private List<Path> fetch(String address, String rest) throws IOException {
        Web web = new Web(Duration.ofMillis(400));
        return new ApiDownload(dossier, "awards", question(address, rest), web, waits::add, told::add).fetch();
    }

    private static String page(int number, boolean hasNext, String... rows) {
        return "{ \"limit\": 2, \"results\": [" + String.join(",", rows) + "], \"page_metadata\": { \"page\": " + number
                + ", \"hasNext\": " + hasNext + " } }";
    }

    @Test
    void asksForAllPagesAndKeepsTheirRows() throws IOException {
        reply("/search/", 200, page(1, true, "{\"id\":1,\"sum\":15639242.30}", "{\"id\":2}"));
        reply("/search/", 200, page(2, false, "{\"id\":3}"));

        List<Path> files = fetch("/search/", "\"body\": { \"limit\": 2 }");

        assertThat(files).containsExactly(dossier.resolve("build/downloads/awards/ice.jsonl"));
        assertThat(files.get(0)).hasContent("{\"id\":1,\"sum\":15639242.30}\n{\"id\":2}\n{\"id\":3}\n");
        assertThat(asked).containsExactly("POST /search/ {\"limit\":2}", "POST /search/ {\"limit\":2,\"page\":2}");
        assertThat(told.get(0)).isEqualTo("POST " + site + "/search/\n{\n  \"limit\" : 2\n}");
        assertThat(told.get(told.size() - 1)).matches("received ice\\.jsonl: 45 bytes, sha256 [0-9a-f]{64}");
    }

    @Test
    void refusesMoreRowsThanTheQuestionAllowsAndKeepsNothing() throws IOException {
        reply("/search/", 200, page(1, true, "{\"id\":1}", "{\"id\":2}"));

        assertThatThrownBy(() -> fetch("/search/", "\"body\": {}, \"most rows\": 2"))
                .isInstanceOf(SurroundingsException.class)
                .hasMessageContaining("there are more than 2 rows; nothing was kept: narrow the filter");
        assertThat(dossier.resolve("build/downloads/awards")).isEmptyDirectory();
    }

    @Test
    void refusesPagesThatDoNotFollowEachOther() throws IOException {
        reply("/search/", 200, page(1, true, "{\"id\":1}"));
        reply("/search/", 200, page(1, true, "{\"id\":1}"));
        reply("/empty/", 200, page(1, true));

        assertThatThrownBy(() -> fetch("/search/", "\"body\": {}")).hasMessageContaining("asked for page 2, got");
        assertThatThrownBy(() -> fetch("/empty/", "\"body\": {}")).hasMessageContaining("page 1 is empty");
    }

    @Test
    void asksAgainWhenTheServerIsBusyOrSilentButNotForever() throws IOException {
        reply("/search/", 503, "later");
        reply("/search/", 0, "");
        reply("/search/", 200, page(1, false, "{\"id\":1}"));
        for (int at = 0; at < 4; at++) {
            reply("/busy/", 429, "too many");
        }

        assertThat(fetch("/search/", "\"body\": {}")).hasSize(1);
        assertThat(waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThatThrownBy(() -> fetch("/busy/", "\"body\": {}")).hasMessageContaining("answers 429: too many");
    }

    @Test
    void tellsWhatTheServerSaysAgainstAQuestion() throws IOException {
        reply("/search/", 422, "{\"detail\": \"Missing value: 'filters|award_type_codes'\"}");
        reply("/strange/", 200, "{\"a\": 1}");
        reply("/page/", 200, "<!DOCTYPE html>");
        reply("/moved/", 302, "/search/");

        assertThatThrownBy(() -> fetch("/search/", "\"body\": {}"))
                .hasMessage(
                        "cannot download " + site
                                + "/search/: the server answers 422: {\"detail\": \"Missing value: 'filters|award_type_codes'\"}");
        assertThatThrownBy(() -> fetch("/strange/", "\"body\": {}"))
                .hasMessageContaining("neither rows, nor a job, nor a list of files: {\"a\":1}");
        assertThatThrownBy(() -> fetch("/page/", "\"body\": {}")).hasMessageContaining("the answer is no JSON");
        assertThatThrownBy(() -> fetch("/moved/", "\"body\": {}")).hasMessageContaining("the server answers 302");
        assertThat(waits).isEmpty();
    }

    private static String job(String status) {
        return "{ \"status\": \"" + status
                + "\", \"message\": null, \"file_name\": \"x.zip\", \"file_url\": \"/files/x.zip\" }";
    }

    @Test
    void waitsForAJobAndFetchesItsFileUnderTheNameOfTheQuestion() throws IOException {
        reply("/bulk/", 200, "{ \"status_url\": \"" + site + "/status?file_name=x.zip\", \"file_name\": \"x.zip\" }");
        reply("/status?file_name=x.zip", 200, job("ready"));
        reply("/status?file_name=x.zip", 200, job("running"));
        reply("/status?file_name=x.zip", 200, job("finished"));
        reply("/files/x.zip", 404, "");
        reply("/files/x.zip", 200, "packed");

        List<Path> files = fetch("/bulk/", "\"body\": {}");

        assertThat(files).containsExactly(dossier.resolve("build/downloads/awards/ice.zip"));
        assertThat(files.get(0)).hasContent("packed");
        assertThat(waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(2));
        assertThat(told).contains("waiting for " + site + "/status?file_name=x.zip");
        assertThat(dossier.resolve("build/downloads/awards/ice.job")).doesNotExist();
    }

    @Test
    void goesOnWithAJobThatWasBegunBefore() throws IOException {
        reply("/bulk/", 200, "{ \"file_name\": \"x.zip\", \"file_url\": \"/files/x.zip\" }");
        reply("/api/v2/download/status?file_name=x.zip", 200, job("finished"));
        reply("/files/x.zip", 302, "/files/y.zip");

        assertThatThrownBy(() -> fetch("/bulk/", "\"body\": {}")).hasMessageContaining("the server answers 404");
        reply("/api/v2/download/status?file_name=x.zip", 200, job("finished"));
        reply("/files/x.zip", 200, "packed");
        List<Path> files = fetch("/bulk/", "\"body\": {}");

        assertThat(files).hasSize(1);
        assertThat(asked).filteredOn(line -> line.startsWith("POST")).hasSize(1);
    }

    @Test
    void asksAnewWhenTheJobFailedOrIsGoneOrTheQuestionIsAnother() throws IOException {
        String begun = "{ \"file_name\": \"x.zip\" }";
        String status = "/api/v2/download/status?file_name=x.zip";
        reply("/bulk/", 200, begun);
        reply(status, 200, "{ \"status\": \"failed\", \"message\": \"out of room\" }");
        assertThatThrownBy(() -> fetch("/bulk/", "\"body\": {}")).hasMessageContaining("says 'failed': out of room");

        reply("/bulk/", 200, begun);
        assertThatThrownBy(() -> fetch("/bulk/", "\"body\": {}")).hasMessageContaining("answers 404");
        reply("/bulk/", 200, begun);
        reply(status, 404, "");
        reply(status, 200, job("finished"));
        reply("/files/x.zip", 200, "packed");
        assertThat(fetch("/bulk/", "\"body\": {}")).hasSize(1);

        assertThat(told).contains("the job that was begun before is gone; asking anew");
        assertThat(asked).filteredOn(line -> line.startsWith("POST")).hasSize(3);
    }

    @Test
    void fetchesTheFilesOfAList() throws IOException {
        reply(
                "/list/",
                200,
                "{ \"monthly_files\": [ { \"file_name\": \"a.zip\", \"url\": \"" + site
                        + "/a.zip\" }, { \"url\": \"/b.zip\" } ] }");
        reply("/a.zip", 200, "A");
        reply("/b.zip", 200, "B");

        assertThat(fetch("/list/", "\"body\": {}"))
                .extracting(file -> file.getFileName().toString() + " " + Files.readString(file))
                .containsExactly("a.zip A", "b.zip B");
    }

    @Test
    void doesNotFollowToWhereNothingIsProtected() {
        assertThatThrownBy(() -> Web.next(java.net.URI.create("https://a.example/x"), "http://a.example/y"))
                .hasMessageContaining("not protected");
        assertThatThrownBy(() -> Web.next(java.net.URI.create("https://a.example/x"), "file:///etc/passwd"))
                .hasMessageContaining("no address of the web");
    }

    @Test
    void tellsWhatIsWrongWithAQuestion() throws IOException {
        Path folder = Files.createDirectories(dossier.resolve("imports/awards/requests"));
        Map<String, String> wrong = Map.of(
                "{ \"address\": }", "ice.json:1:14: error[request-file]: this is no JSON",
                "[1]", "error[request-file]: a request is a JSON object",
                "{ \"adress\": \"x\" }", "'adress' is no key of a request",
                "{ \"address\": \"ftp://x\", \"body\": {} }", "it has no address that begins with https://",
                "{ \"address\": \"https://x.example/\" }", "it has no body",
                "{ \"address\": \"https://x.example/\", \"body\": { \"page\": 2 } }", "the body names a page",
                "{ \"address\": \"https://x.example/\", \"body\": {}, \"most rows\": 0 }", "no number above zero");
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            Files.writeString(folder.resolve("ice.json"), each.getKey());
            Problems problems = new Problems();

            assertThat(ApiRequest.read(dossier, "awards", "ice", problems)).isEmpty();
            assertThat(problems.list().get(0).toString()).contains(each.getValue());
        }
    }
}
