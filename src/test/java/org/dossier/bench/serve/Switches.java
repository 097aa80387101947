package org.dossier.bench.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dossier.bench.serve.Http.Reply;
import org.dossier.serve.DossierServer;
import org.dossier.serve.ServerSettings;
import org.dossier.serve.Setting;

/** Switches to another release again and again under clients, and looks whether files and memory come back. */
final class Switches {

    private static final int CLIENTS = 4;
    private static final int RELEASES = 4;
    private static final int FIRST = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * @param files descriptors that are open after the first switches, and after the last
     * @param heap megabytes in use after a collection, likewise
     */
    record Outcome(int switches, List<Long> files, List<Long> heap, Percentiles lookups) {

        boolean isAsPromised() {
            return files.get(1) <= files.get(0) + 5 && heap.get(1) <= heap.get(0) * 1.1 + 1 && lookups.failures() == 0;
        }
    }

    private Switches() {}

    static Outcome run(int count, boolean isOnDisk) {
        Path folder = ShippedReleases.folder();
        for (int i = 0; i < RELEASES; i++) {
            ShippedReleases.write(folder, i, isOnDisk);
        }
        Map<Setting, String> settings = Map.of(Setting.PORT, "0", Setting.STORE, isOnDisk ? "disk" : "memory");
        try (DossierServer server = DossierServer.start(
                ShippedReleases.write(folder, 0, isOnDisk),
                ServerSettings.of(settings),
                (release, data) -> List.of())) {
            return run(count, folder, isOnDisk, server);
        } finally {
            ShippedReleases.delete(folder);
        }
    }

    private static Outcome run(int count, Path folder, boolean isOnDisk, DossierServer server) {
        Percentiles lookups = new Percentiles();
        // What buffers and caches take is taken after the first few.
        underClients(FIRST, folder, isOnDisk, server, new Percentiles());
        List<Long> before = List.of(files(), heap());
        underClients(count, folder, isOnDisk, server, lookups);
        return new Outcome(count, List.of(before.get(0), files()), List.of(before.get(1), heap()), lookups);
    }

    private static void underClients(
            int count, Path folder, boolean isOnDisk, DossierServer server, Percentiles lookups) {
        try (Load load = new Load()) {
            Http http = new Http(server.address().resolve("/sparql"), "127.0.0.2", PATIENCE);
            load.clients(CLIENTS, Duration.ofMillis(5), number -> lookUp(http, lookups));
            switchOver(count, folder, isOnDisk, server);
        }
        Load.sleep(Duration.ofSeconds(1));
    }

    private static void switchOver(int count, Path folder, boolean isOnDisk, DossierServer server) {
        for (int i = 1; i <= count; i++) {
            server.switchTo(ShippedReleases.write(folder, i % RELEASES, isOnDisk));
        }
    }

    private static void lookUp(Http http, Percentiles lookups) {
        long start = System.nanoTime();
        Reply reply = http.query(Awards.lookup(0), "&format=csv");
        Load.note(
                lookups,
                start,
                reply.status() == 200 && reply.whole() && reply.text().contains("Award 0"));
    }

    private static long files() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            ManagementFactory.getMemoryMXBean().gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
