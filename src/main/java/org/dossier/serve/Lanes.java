package org.dossier.serve;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.dossier.query.limited.LimitedRun;

/**
 * Who may run a query when. There are as many slots as processors, and one more that only a client takes who has nothing
 * running, so that nobody with one quick question waits behind somebody with many slow ones. Those who wait take turns,
 * client by client.
 */
final class Lanes implements AutoCloseable {

    /** What is done for a query: it is either run, on a thread with a deep stack, or refused. */
    interface Work {

        /** @return what is left to do when the slot is free again and the time it took is known: sending the answer */
        Runnable run();

        void refuse(Busy busy);
    }

    /**
     * Why a query is not run now.
     *
     * @param status of HTTP
     * @param retryAfter when it is worth another try
     */
    record Busy(int status, Duration retryAfter, String sentence) {}

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration REFUSAL = Duration.ofMillis(500);
    private static final Duration KEEP_THREADS = Duration.ofSeconds(5);

    private static final Busy FULL = new Busy(
            UNAVAILABLE, SOON, "the server is busy: as many queries wait as may (query-queue); ask again in a moment");
    private static final Busy TOO_LONG = new Busy(
            UNAVAILABLE, SOON, "the server is busy: the query has waited as long as it may (queue-seconds); ask again");
    private static final Busy ENDING = new Busy(UNAVAILABLE, SOON, "the server is about to end");
    private static final Busy IMPATIENT = new Busy(
            TOO_MANY_REQUESTS,
            SOON,
            "as many of your queries run and wait as may (client-slots, client-queue); wait for their answers");

    private final int slots;
    private final int queue;
    private final int clientSlots;
    private final int clientQueue;
    private final Duration longestWait;
    private final LongSupplier nanoClock;
    private final Allowances allowances;
    private final ThreadPoolExecutor threads;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, daemon("query-queue", 0));

    private final Map<String, Integer> running = new HashMap<>();
    private final Map<String, Deque<Waiting>> waiting = new LinkedHashMap<>();
    private final Set<Runnable> refusals = ConcurrentHashMap.newKeySet();
    private int runningInAll;
    private int waitingInAll;
    private boolean isClosed;

    private record Waiting(String client, Work work) {}

    /** @param nanoClock tells the time, in nanoseconds from any start */
    Lanes(ServerSettings settings, LongSupplier nanoClock) {
        this.slots = settings.slots();
        this.queue = settings.count(Setting.QUERY_QUEUE);
        this.clientSlots = settings.count(Setting.CLIENT_SLOTS);
        this.clientQueue = settings.count(Setting.CLIENT_QUEUE);
        this.longestWait = settings.seconds(Setting.QUEUE_SECONDS);
        this.allowances = new Allowances(settings.clientTime());
        this.nanoClock = nanoClock;
        this.threads = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                KEEP_THREADS.toSeconds(),
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                daemon("query", LimitedRun.STACK_BYTES));
        timer.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory daemon(String name, long stackBytes) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(null, work, name + "-" + number.incrementAndGet(), stackBytes);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Runs work now or when it is its turn, or refuses it. */
    void enter(String client, Work work) {
        admit(new Waiting(client, work)).ifPresent(busy -> refuse(work, busy));
    }

    private void refuse(Work work, Busy busy) {
        if (busy.status() == TOO_MANY_REQUESTS) {
            refuseLater(() -> work.refuse(busy));
        } else {
            work.refuse(busy);
        }
    }

    /** A client that asks again as soon as it is refused would keep the processors busy with refusals. */
    private void refuseLater(Runnable refusal) {
        refusals.add(refusal);
        try {
            ScheduledFuture<?> unused = timer.schedule(() -> tell(refusal), REFUSAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            tell(refusal);
        }
    }

    private void tell(Runnable refusal) {
        if (refusals.remove(refusal)) {
            refusal.run();
        }
    }

    private synchronized Optional<Busy> admit(Waiting newcomer) {
        if (isClosed) {
            return Optional.of(ENDING);
        }
        Duration pause = allowances.untilSome(newcomer.client(), nanoClock.getAsLong());
        if (!pause.isZero()) {
            return Optional.of(new Busy(
                    TOO_MANY_REQUESTS, pause, "you have used up your query time for now (client-seconds); ask later"));
        }
        if (mayStart(newcomer.client())) {
            start(newcomer);
            return Optional.empty();
        }
        return queue(newcomer);
    }

    private Optional<Busy> queue(Waiting newcomer) {
        Deque<Waiting> own = waiting.computeIfAbsent(newcomer.client(), client -> new ArrayDeque<>());
        if (own.size() >= clientQueue) {
            return Optional.of(IMPATIENT);
        }
        if (waitingInAll >= queue) {
            removeIfEmpty(newcomer.client(), own);
            return Optional.of(FULL);
        }
        own.add(newcomer);
        waitingInAll++;
        ScheduledFuture<?> unused =
                timer.schedule(() -> giveUp(newcomer), longestWait.toMillis(), TimeUnit.MILLISECONDS);
        return Optional.empty();
    }

    /** The last slot is for somebody who has nothing running. */
    private boolean mayStart(String client) {
        int own = running.getOrDefault(client, 0);
        return own < clientSlots && runningInAll < (own == 0 ? slots + 1 : slots);
    }

    private void start(Waiting next) {
        running.merge(next.client(), 1, Integer::sum);
        runningInAll++;
        threads.execute(() -> run(next));
    }

    private void run(Waiting turn) {
        long start = nanoClock.getAsLong();
        Runnable rest = () -> {};
        try {
            rest = turn.work().run();
        } finally {
            end(turn.client(), start);
        }
        rest.run();
    }

    private synchronized void end(String client, long start) {
        long now = nanoClock.getAsLong();
        allowances.use(client, Duration.ofNanos(now - start), now);
        running.merge(client, -1, (one, other) -> one + other == 0 ? null : one + other);
        runningInAll--;
        startNext();
    }

    private void startNext() {
        Optional<String> next = waiting.keySet().stream().filter(this::mayStart).findFirst();
        if (next.isEmpty()) {
            return;
        }
        String client = next.get();
        Deque<Waiting> own = waiting.remove(client);
        if (own != null) {
            start(own.remove());
            waitingInAll--;
            if (!own.isEmpty()) {
                waiting.put(client, own);
            }
        }
    }

    private void giveUp(Waiting tired) {
        if (leave(tired)) {
            tired.work().refuse(TOO_LONG);
        }
    }

    private synchronized boolean leave(Waiting leaving) {
        Deque<Waiting> own = waiting.getOrDefault(leaving.client(), new ArrayDeque<>());
        boolean waited = own.remove(leaving);
        waitingInAll -= waited ? 1 : 0;
        removeIfEmpty(leaving.client(), own);
        return waited;
    }

    private void removeIfEmpty(String client, Deque<Waiting> own) {
        if (own.isEmpty()) {
            waiting.remove(client);
        }
    }

    synchronized int running() {
        return runningInAll;
    }

    synchronized int waiting() {
        return waitingInAll;
    }

    /** Refuses whoever waits or comes. What runs is for its owner to stop. */
    @Override
    public void close() {
        clear().forEach(left -> left.work().refuse(ENDING));
        timer.shutdownNow();
        refusals.forEach(this::tell);
        threads.shutdown();
    }

    private synchronized List<Waiting> clear() {
        isClosed = true;
        List<Waiting> left = new ArrayList<>();
        waiting.values().forEach(left::addAll);
        waiting.clear();
        waitingInAll = 0;
        return left;
    }
}
