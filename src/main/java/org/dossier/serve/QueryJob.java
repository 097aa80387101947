package org.dossier.serve;

import com.sun.management.ThreadMXBean;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.dossier.query.limited.StopSignal;
import org.dossier.query.limited.StopSignal.Reason;
import org.dossier.serve.Answers.Whole;
import org.dossier.serve.Lanes.Busy;
import org.dossier.serve.Site.Page;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One query of one client, from its place in the queue to the last byte of its answer. */
final class QueryJob implements Lanes.Work {

    private static final Logger LOG = LoggerFactory.getLogger(QueryJob.class);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int OK = 200;

    private final QueryRequest request;
    private final AsyncContext exchange;
    private final Served served;
    private final Answers answers;
    private final Sender sender;
    private final Consumer<QueryJob> end;
    private final Optional<ClientConnection> client;
    private final StopSignal signal = new StopSignal();
    private final long start = System.nanoTime();
    private int status = OK;
    private volatile @Nullable Thread thread;
    private volatile long allocatedBefore;

    /** @param end runs when nothing more is done for the query, and the release is no longer used */
    QueryJob(
            QueryRequest request,
            AsyncContext exchange,
            Served served,
            Answers answers,
            Sender sender,
            Consumer<QueryJob> end) {
        this.request = request;
        this.exchange = exchange;
        this.client = Optional.ofNullable(Sender.connection((HttpServletRequest) exchange.getRequest()));
        this.served = served;
        this.answers = answers;
        this.sender = sender;
        this.end = end;
    }

    /** Adds how it ended to the counts. */
    void count(Metrics metrics) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        boolean isGone =
                signal.stopped().filter(stop -> stop.reason() == Reason.GONE).isPresent();
        if (isGone) {
            metrics.abandoned(took);
        } else {
            metrics.ended(status, took);
        }
    }

    private Runnable telling(Refusal refusal) {
        Page page = refusal.page(request.reader());
        status = page.status();
        return () -> sender.send(exchange, page);
    }

    /** Ends the query, wherever it is. */
    void stop(Reason reason, String sentence) {
        signal.stop(reason, sentence);
    }

    /** The release that it is about. */
    Served served() {
        return served;
    }

    /** Who waits for it; nobody when the connection is closed already. */
    Optional<ClientConnection> client() {
        return client;
    }

    /** Whether it has a thread. */
    boolean isRunning() {
        return thread != null;
    }

    /** Whether it has been told to end because of the memory that it needs, and has not yet. */
    boolean isEndingForMemory() {
        return signal.stopped().filter(stop -> stop.reason() == Reason.MEMORY).isPresent();
    }

    /** Bytes that it has asked for since it began to run, whether it still has them or not. */
    long allocated() {
        Thread running = thread;
        return running == null ? 0 : THREADS.getThreadAllocatedBytes(running.getId()) - allocatedBefore;
    }

    private void begin() {
        Thread own = Thread.currentThread();
        allocatedBefore = THREADS.getThreadAllocatedBytes(own.getId());
        thread = own;
    }

    @Override
    public Runnable run() {
        begin();
        Runnable rest = outcome();
        thread = null;
        end.accept(this);
        return rest;
    }

    private Runnable outcome() {
        try {
            Whole answer = answers.answer(request, served.data(), signal);
            return () -> send(answer);
        } catch (Refusal refusal) {
            return telling(refusal);
        } catch (OutOfMemoryError full) {
            return telling(Refusal.noMemory());
        } catch (RuntimeException | Error mistake) {
            LOG.error("a query failed", mistake);
            return telling(Refusal.ourMistake());
        }
    }

    private void send(Whole answer) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Vary", "Accept, Accept-Encoding");
        if (answer.compressed()) {
            headers.put("Content-Encoding", Gzip.ENCODING);
        }
        Page page = new Page(OK, answer.format().contentType(), headers, ByteBuffer.allocate(0));
        sender.send(exchange, page, answer.body().whole(), answer.body()::release);
    }

    @Override
    public void refuse(Busy busy) {
        Runnable rest = telling(Refusal.of(busy));
        end.accept(this);
        rest.run();
    }
}
