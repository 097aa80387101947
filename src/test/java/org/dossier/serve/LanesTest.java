package org.dossier.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.dossier.serve.Lanes.Busy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final AtomicLong now = new AtomicLong();
    private final List<String> begun = Collections.synchronizedList(new ArrayList<>());
    private final List<Task> tasks = new ArrayList<>();
    private Lanes lanes = lanes(Map.of());

    @AfterEach
    void end() {
        tasks.forEach(Task::finish);
        lanes.close();
    }

    private Lanes lanes(Map<Setting, String> settings) {
        Map<Setting, String> all = new EnumMap<>(Map.of(
                Setting.QUERY_SLOTS, "2",
                Setting.CLIENT_SLOTS, "2",
                Setting.CLIENT_QUEUE, "3",
                Setting.QUERY_QUEUE, "4",
                Setting.CLIENT_SECONDS, "60"));
        all.putAll(settings);
        return new Lanes(ServerSettings.of(all), now::get);
    }

    /** Runs until it is told to finish. */
    private final class Task implements Lanes.Work {
        private final String name;
        private final CountDownLatch started = new CountDownLatch(1);
        private final CountDownLatch finish = new CountDownLatch(1);
        private final CountDownLatch refused = new CountDownLatch(1);
        private volatile Busy busy;

        Task(String name) {
            this.name = name;
        }

        @Override
        public Runnable run() {
            begun.add(name);
            started.countDown();
            wait(finish);
            return () -> {};
        }

        @Override
        public void refuse(Busy reason) {
            busy = reason;
            refused.countDown();
        }

        void finish() {
            finish.countDown();
        }

        private static void wait(CountDownLatch latch) {
            try {
                assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException end) {
                throw new AssertionError(end);
            }
        }
    }

    private Task enter(String client, String name) {
        Task task = new Task(name);
        tasks.add(task);
        lanes.enter(client, task);
        return task;
    }

    private Task running(String client, String name) {
        Task task = enter(client, name);
        Task.wait(task.started);
        return task;
    }

    @Test
    void keepsTheLastSlotForWhoeverHasNothingRunning() {
        running("a", "a1");
        running("a", "a2");

        enter("a", "a3");
        running("b", "b1");

        assertThat(begun).containsExactly("a1", "a2", "b1");
        assertThat(lanes.running()).isEqualTo(3);
        assertThat(lanes.waiting()).isEqualTo(1);
    }

    @Test
    void letsClientsTakeTurns() {
        Task a1 = running("a", "a1");
        Task b1 = running("b", "b1");
        running("c", "c1");
        Task a2 = enter("a", "a2");
        enter("a", "a3");
        Task d1 = enter("d", "d1");

        a1.finish();
        Task.wait(a2.started);
        b1.finish();
        Task.wait(d1.started);

        assertThat(begun).containsExactly("a1", "b1", "c1", "a2", "d1");
    }

    @Test
    void runsWhatWaitsInItsOrder() {
        Task a1 = running("a", "a1");
        Task a2 = running("a", "a2");
        Task a3 = enter("a", "a3");
        Task a4 = enter("a", "a4");

        a1.finish();
        Task.wait(a3.started);
        a2.finish();
        Task.wait(a4.started);

        assertThat(begun).containsExactly("a1", "a2", "a3", "a4");
        assertThat(lanes.waiting()).isZero();
    }

    @Test
    void refusesAClientThatHasTooManyWaiting() {
        running("a", "a1");
        running("a", "a2");
        enter("a", "a3");
        enter("a", "a4");
        enter("a", "a5");

        Task tooMany = enter("a", "a6");
        Task.wait(tooMany.refused);

        assertThat(tooMany.busy.status()).isEqualTo(429);
        assertThat(lanes.waiting()).isEqualTo(3);
    }

    @Test
    void refusesEverybodyWhenTooManyWait() {
        running("a", "a1");
        running("a", "a2");
        running("b", "b1");
        enter("a", "a3");
        enter("a", "a4");
        enter("a", "a5");
        enter("b", "b2");

        Task tooMany = enter("c", "c1");

        assertThat(tooMany.busy.status()).isEqualTo(503);
        assertThat(tooMany.busy.retryAfter()).isPositive();
    }

    @Test
    void givesUpOnWhatWaitsTooLong() {
        lanes.close();
        lanes = lanes(Map.of(Setting.QUEUE_SECONDS, "0.05"));
        running("a", "a1");
        running("a", "a2");

        Task impatient = enter("a", "a3");
        Task.wait(impatient.refused);

        assertThat(impatient.busy.status()).isEqualTo(503);
        assertThat(impatient.busy.sentence()).contains("(queue-seconds)");
        assertThat(lanes.waiting()).isZero();
    }

    @Test
    void refusesAClientUntilItsTimeComesBack() {
        Task long1 = running("a", "a1");
        now.addAndGet(Duration.ofSeconds(90).toNanos());
        long1.finish();
        while (lanes.running() > 0) {
            Thread.onSpinWait();
        }

        Task early = enter("a", "a2");
        Task b1 = running("b", "b1");
        now.addAndGet(Duration.ofSeconds(31).toNanos());
        Task later = running("a", "a3");
        Task.wait(early.refused);

        assertThat(early.busy.status()).isEqualTo(429);
        assertThat(early.busy.retryAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(b1.busy).isNull();
        assertThat(later.busy).isNull();
    }

    @Test
    void refusesWhoWaitsWhenItEnds() {
        running("a", "a1");
        running("a", "a2");
        Task waiting = enter("a", "a3");
        enter("a", "a4");
        enter("a", "a5");
        Task tooMany = enter("a", "a6");

        lanes.close();
        Task late = enter("b", "b1");

        assertThat(tooMany.busy.status()).isEqualTo(429);
        assertThat(waiting.busy.status()).isEqualTo(503);
        assertThat(late.busy.status()).isEqualTo(503);
    }
}
