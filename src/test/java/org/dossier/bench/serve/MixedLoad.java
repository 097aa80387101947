package org.dossier.bench.serve;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;
import org.dossier.bench.serve.Http.Reply;
import org.dossier.serve.Setting;

/** Sixteen clients for a long time, one turn in twenty hostile: whether memory stays flat and no good query fails. */
final class MixedLoad {

    private static final int CLIENTS = 16;
    private static final int AWARDS = 20_000;
    private static final int HOSTILE = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * @param heap megabytes that are used after a collection, at even intervals, while nobody asks anything
     * @param refused good queries that were told to come back later, and were then answered
     */
    record Outcome(Percentiles good, int hostile, int refused, List<Long> heap) {

        /** Whether the second half stays within a tenth of the first, give or take what a collection leaves to chance. */
        boolean isFlat() {
            double first = average(heap.subList(1, heap.size() / 2));
            double second = average(heap.subList(heap.size() / 2, heap.size()));
            return Math.abs(second - first) <= 0.1 * first;
        }

        private static double average(List<Long> values) {
            return values.stream().mapToLong(value -> value).average().orElseThrow();
        }
    }

    private static final Duration QUIET = Duration.ofSeconds(2);

    private final ReentrantReadWriteLock asking = new ReentrantReadWriteLock(true);
    private final Percentiles good = new Percentiles();
    private final AtomicInteger hostile = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<String> enemies = List.copyOf(HostileQueries.read().values());

    /** @param samples how often the heap is looked at, after a first time */
    Outcome run(Duration time, int samples) {
        List<Long> heap = new ArrayList<>();
        Map<Setting, String> settings = Map.of(Setting.QUERY_SECONDS, "2", Setting.CLIENT_SECONDS, "60");
        try (Endpoint endpoint = Endpoint.ours(Awards.dataset(AWARDS), settings);
                Load load = new Load()) {
            load.clients(CLIENTS, Duration.ofMillis(100), number -> whenNobodyMeasures(() -> turn(endpoint, number)));
            for (int i = 0; i <= samples; i++) {
                Load.sleep(time.dividedBy(samples));
                heap.add(whileNobodyAsks(MixedLoad::usedAfterCollection));
            }
        }
        return new Outcome(good, hostile.get(), refused.get(), heap);
    }

    private void whenNobodyMeasures(Runnable turn) {
        asking.readLock().lock();
        try {
            turn.run();
        } finally {
            asking.readLock().unlock();
        }
    }

    /** What a query uses while it runs is no loss; what is still used when all have ended may be one. */
    private long whileNobodyAsks(LongSupplier measurement) {
        asking.writeLock().lock();
        try {
            Load.sleep(QUIET);
            return measurement.getAsLong();
        } finally {
            asking.writeLock().unlock();
        }
    }

    private void turn(Endpoint endpoint, int number) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        if (random.nextInt(HOSTILE) == 0) {
            hostile.incrementAndGet();
            new Http(endpoint.sparql(), "127.0.1." + (1 + number), PATIENCE)
                    .query(enemies.get(random.nextInt(enemies.size())), "");
            return;
        }
        Http http = new Http(endpoint.sparql(), "127.0.2." + (1 + number), PATIENCE);
        String query = random.nextBoolean() ? Awards.lookup(random.nextInt(AWARDS)) : Awards.join(random.nextInt(1000));
        long start = System.nanoTime();
        Reply reply = http.query(query, "");
        for (int tries = 0; tries < 5 && (reply.status() == 503 || reply.status() == 429); tries++) {
            refused.incrementAndGet();
            Load.sleep(Duration.ofSeconds(1));
            reply = http.query(query, "");
        }
        Load.note(good, start, reply.status() == 200 && reply.whole());
    }

    private static long usedAfterCollection() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() >> 20;
    }
}
