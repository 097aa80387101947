package org.dossier.serve;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.dossier.serve.Site.Page;

/**
 * Sends answers that are complete before their first byte goes out. No thread waits for a client that reads slowly, and one
 * that reads too slowly is cut off.
 */
final class Sender implements AutoCloseable {

    /** What goes into the buffer of the response, so that nobody waits while it is written. */
    private static final int SMALL = 16 * 1024;

    private static final int NOT_MODIFIED = 304;

    private final Gzip gzip = new Gzip();
    private final Duration longest;
    private final ScheduledThreadPoolExecutor timer;

    /** @param longest time that a client may take to read an answer */
    Sender(Duration longest) {
        this.longest = longest;
        this.timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "sender");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /** A page, in the form that takes the client least time. */
    void send(AsyncContext exchange, Page page) {
        HttpServletRequest request = (HttpServletRequest) exchange.getRequest();
        Page sent = gzip.of(page, request.getRequestURI(), request.getHeader("Accept-Encoding"));
        send(exchange, sent, List.of(sent.body()), () -> {});
    }

    /**
     * @param body goes out in place of the page's own
     * @param sent runs when the last byte is out or the client is cut off
     */
    void send(AsyncContext exchange, Page page, List<ByteBuffer> body, Runnable sent) {
        HttpServletResponse response = (HttpServletResponse) exchange.getResponse();
        response.setStatus(page.status());
        if (page.status() != NOT_MODIFIED) {
            response.setContentType(page.contentType());
            response.setContentLengthLong(
                    body.stream().mapToLong(ByteBuffer::remaining).sum());
        }
        PagePolicy.HEADERS.forEach(response::setHeader);
        page.headers().forEach(response::setHeader);
        try {
            write(exchange, response.getOutputStream(), body, sent);
        } catch (IOException gone) {
            sent.run();
            exchange.complete();
        }
    }

    private void write(AsyncContext exchange, ServletOutputStream out, List<ByteBuffer> body, Runnable sent)
            throws IOException {
        if (body.size() == 1 && body.get(0).remaining() <= SMALL) {
            out.write(body.get(0));
            sent.run();
            exchange.complete();
        } else {
            out.setWriteListener(new Writing(exchange, out, body, sent));
        }
    }

    private ScheduledFuture<?> cutOffLater(AsyncContext exchange) {
        return timer.schedule(() -> connection(exchange).cut(), longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ClientConnection connection(AsyncContext exchange) {
        return connection((HttpServletRequest) exchange.getRequest());
    }

    static ClientConnection connection(HttpServletRequest request) {
        return (ClientConnection) request.getAttribute(Arrival.CONNECTION);
    }

    /** Writes as much as the client takes, and goes on when it takes more. */
    private final class Writing implements WriteListener {
        private final AsyncContext exchange;
        private final ServletOutputStream out;
        private final Deque<ByteBuffer> left;
        private final Runnable sent;
        private final ScheduledFuture<?> cutOff;

        Writing(AsyncContext exchange, ServletOutputStream out, List<ByteBuffer> body, Runnable sent) {
            this.exchange = exchange;
            this.out = out;
            this.left = new ArrayDeque<>(body);
            this.sent = sent;
            this.cutOff = cutOffLater(exchange);
        }

        @Override
        public void onWritePossible() throws IOException {
            while (out.isReady()) {
                ByteBuffer next = left.poll();
                if (next == null) {
                    end();
                    return;
                }
                out.write(next);
            }
        }

        @Override
        public void onError(Throwable gone) {
            end();
        }

        private void end() {
            cutOff.cancel(false);
            sent.run();
            exchange.complete();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
