package org.dossier.bench.serve;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dossier.bench.serve.Http.Reply;
import org.dossier.query.limited.HostileData;
import org.dossier.serve.Setting;

/** The queries of {@code bench/hostile}, each built to go on for ever or to take all of the memory. */
final class HostileQueries {

    static final Path FOLDER = Path.of("bench/hostile");
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What became of one query; {@code idle} says that nobody works for it a second later. */
    record Outcome(String name, int status, Duration took, boolean alive, boolean idle) {

        boolean isAsPromised() {
            boolean isAnswered = status == 503 || status == 400 || status == 200;
            return isAnswered && took.compareTo(LIMIT.plusSeconds(1)) < 0 && alive && idle;
        }
    }

    private HostileQueries() {}

    static Map<String, String> read() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Map<String, String> queries = new java.util.TreeMap<>();
            for (Path file : files.toList()) {
                queries.put(file.getFileName().toString().replace(".rq", ""), Files.readString(file));
            }
            return queries;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<Outcome> run() {
        List<Outcome> outcomes = new ArrayList<>();
        Map<Setting, String> settings = Map.of(Setting.QUERY_SECONDS, Long.toString(LIMIT.toSeconds()));
        try (Endpoint endpoint = Endpoint.ours(HostileData.dataset(), settings)) {
            Http http = new Http(endpoint.sparql(), "127.0.0.1", PATIENCE);
            read().forEach((name, query) -> outcomes.add(run(name, query, http)));
        }
        return outcomes;
    }

    private static Outcome run(String name, String query, Http http) {
        long start = System.nanoTime();
        Reply reply = http.query(query, "");
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Load.sleep(Duration.ofMillis(700));
        boolean idle = isIdle();
        boolean alive = http.get("/health", "*/*").status() == 200;
        return new Outcome(name, reply.status(), took, alive, idle);
    }

    /** Whether this process does next to nothing for 300 ms. */
    private static boolean isIdle() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        Load.sleep(Duration.ofMillis(300));
        return system.getProcessCpuTime() - before < Duration.ofMillis(150).toNanos();
    }

    static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
