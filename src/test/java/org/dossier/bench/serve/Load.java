package org.dossier.bench.serve;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dossier.bench.serve.Http.Reply;

/** Threads that ask until they are told to stop. */
final class Load implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** One turn of a client; what it throws counts as a failure of the check. */
    interface Turn {
        void take(int number);
    }

    private final AtomicBoolean isOver = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    /** @param pause between two turns of one client */
    void clients(int count, Duration pause, Turn turn) {
        for (int i = 0; i < count; i++) {
            int number = i;
            Thread thread = new Thread(() -> run(number, pause, turn), "client-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    private void run(int number, Duration pause, Turn turn) {
        while (!isOver.get()) {
            turn.take(number);
            sleep(pause);
        }
    }

    /** Asks for the server's health all the time, and notes how long that takes. */
    Percentiles health(URI endpoint) {
        Percentiles took = new Percentiles();
        Http http = new Http(endpoint, "127.0.0.9", PATIENCE);
        clients(1, Duration.ofMillis(20), number -> {
            long start = System.nanoTime();
            Reply reply = http.get("/health", "*/*");
            note(took, start, reply.status() == 200 && reply.whole());
        });
        return took;
    }

    /** Whether clients that take long over one turn should end it. */
    boolean isOver() {
        return isOver.get();
    }

    static void note(Percentiles took, long start, boolean isGood) {
        took.add(Duration.ofNanos(System.nanoTime() - start));
        if (!isGood) {
            took.fail();
        }
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        isOver.set(true);
        for (Thread thread : threads) {
            try {
                thread.join(PATIENCE.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
