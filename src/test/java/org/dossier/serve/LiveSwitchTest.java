package org.dossier.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dossier.release.Release;
import org.dossier.release.Releases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSwitchTest {

    /** Both numbers are the same in every release, and different between releases. */
    private static final String PAIR = "SELECT ?a ?b { <https://example.org/id/x> <https://example.org/id/a> ?a ;"
            + " <https://example.org/id/b> ?b }";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private DossierServer server;
    private ReleaseWatch watch;

    @BeforeEach
    void start() {
        Release first = write(0);
        server = DossierServer.start(
                first,
                ServerSettings.of(Map.of(
                        Setting.PORT,
                        "0",
                        Setting.STORE,
                        "disk",
                        Setting.CLIENT_QUEUE,
                        "50",
                        Setting.QUERY_QUEUE,
                        "50")),
                (release, data) -> List.of(visit -> visit.path().equals("/id")
                        ? Optional.of(Site.Page.html(release.manifest().id()))
                        : Optional.empty()));
        watch = new ReleaseWatch(new Releases(folder), server, told::add);
    }

    @AfterEach
    void stop() {
        watch.close();
        server.close();
    }

    private Release write(int number) {
        return TestRelease.write(
                folder, "PREFIX id: <https://example.org/id/> id:x id:a " + number + " ; id:b " + number + " .");
    }

    private HttpResponse<String> get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(server.address().resolve(path))
                    .header("Accept", "text/csv, text/html")
                    .build();
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private HttpResponse<String> ask(String query) {
        return get("/sparql?query=" + URLEncoder.encode(query, UTF_8));
    }

    @Test
    void servesTheNextReleaseFromTheNextRequestOn() {
        Release next = write(1);

        watch.look();

        assertThat(ask(PAIR).body()).isEqualTo("a,b\r\n1,1\r\n");
        assertThat(get("/id").body()).isEqualTo(next.manifest().id());
        assertThat(get("/health").body()).contains(next.manifest().id());
        assertThat(told).containsExactly("serving release " + next.manifest().id());
    }

    @Test
    void neverMixesOrDropsARequest() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        Set<String> answers = ConcurrentHashMap.newKeySet();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread client = new Thread(() -> {
                while (!done.get()) {
                    HttpResponse<String> response = ask(PAIR);
                    answers.add(response.statusCode() + " " + response.body());
                    asked.incrementAndGet();
                }
            });
            client.start();
            clients.add(client);
        }

        for (int number = 1; number <= 6; number++) {
            write(number);
            int before = asked.get();
            watch.look();
            while (asked.get() < before + 20) {
                Thread.onSpinWait();
            }
        }
        done.set(true);
        for (Thread client : clients) {
            client.join();
        }

        assertThat(answers).allMatch(answer -> answer.matches("200 a,b\r\n([0-9]),\\1\r\n"));
        assertThat(answers).contains("200 a,b\r\n6,6\r\n");
    }

    @Test
    void givesBackTheFilesOfAReleaseThatNobodyAsksAnyMore() throws IOException {
        Releases large = new Releases(folder, 1);
        Path files = Path.of("/proc/self/fd");
        long before = 0;
        for (int number = 1; number <= 8; number++) {
            server.switchTo(TestRelease.write(large, TestRelease.numbers(number)));
            ask(PAIR);
            if (number == 2 && Files.isDirectory(files)) {
                before = count(files);
            }
        }

        assertThat(folder.resolve("open"))
                .satisfiesAnyOf(
                        open -> assertThat(open).doesNotExist(),
                        open -> assertThat(count(open)).isLessThanOrEqualTo(1));
        if (Files.isDirectory(files)) {
            assertThat(count(files)).isLessThanOrEqualTo(before + 5);
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        }
    }

    @Test
    void keepsTheOldReleaseWhenTheNewOneIsDamaged() throws IOException {
        Release next = write(1);
        Path file = next.folder().resolve("units/facts-a.nt");
        Files.writeString(file, "");

        watch.look();
        watch.look();

        assertThat(ask(PAIR).body()).isEqualTo("a,b\r\n0,0\r\n");
        assertThat(told)
                .containsExactly("still serving the release before: the release is damaged: " + file
                        + " is missing or is not what was written; build again with 'dossier build'");
    }

    @Test
    void servesADamagedReleaseOnceABuildHasMadeItSound() throws IOException {
        Release next = write(1);
        Files.writeString(next.folder().resolve("units/facts-a.nt"), "");
        watch.look();

        write(1);
        watch.look();
        watch.look();

        assertThat(ask(PAIR).body()).isEqualTo("a,b\r\n1,1\r\n");
        assertThat(told)
                .hasSize(2)
                .last()
                .isEqualTo("serving release " + next.manifest().id());
    }

    @Test
    void tellsOfAPointerThatLeadsNowhereOnce() throws IOException {
        Files.writeString(folder.resolve("current"), "nowhere");

        watch.look();
        watch.look();

        assertThat(ask(PAIR).body()).isEqualTo("a,b\r\n0,0\r\n");
        assertThat(told).singleElement().asString().contains("names no release");
    }

    @Test
    void keepsTheOldReleaseUntilItsLastQueryHasEnded() throws Exception {
        var slow = CLIENT.sendAsync(
                HttpRequest.newBuilder(server.address()
                                .resolve("/sparql?timeout=1&query="
                                        + URLEncoder.encode(
                                                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . "
                                                        + "{ ?g ?h ?i } UNION { ?g ?h ?i } ".repeat(22) + "}",
                                                UTF_8)))
                        .build(),
                BodyHandlers.ofString());
        while (!server.isAnswering()) {
            Thread.onSpinWait();
        }
        write(1);

        watch.look();

        assertThat(ask(PAIR).body()).isEqualTo("a,b\r\n1,1\r\n");
        assertThat(slow.isDone()).isFalse();
        assertThat(slow.get().statusCode()).isEqualTo(503);
    }
}
