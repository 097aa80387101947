package org.dossier.serve;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.dossier.query.limited.StopSignal;
import org.dossier.query.limited.StopSignal.Reason;
import org.dossier.serve.Answers.Whole;
import org.dossier.serve.Lanes.Busy;
import org.dossier.serve.Site.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One query of one client, from its place in the queue to the last byte of its answer. */
final class QueryJob implements Lanes.Work {

    private static final Logger LOG = LoggerFactory.getLogger(QueryJob.class);
    private static final int OK = 200;

    private final QueryRequest request;
    private final AsyncContext exchange;
    private final Served served;
    private final Answers answers;
    private final Sender sender;
    private final Consumer<QueryJob> end;
    private final Optional<ClientConnection> client;
    private final StopSignal signal = new StopSignal();

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

    @Override
    public void run() {
        try {
            send(answers.answer(request, served.data(), signal));
        } catch (Refusal refusal) {
            sender.send(exchange, refusal.page());
        } catch (RuntimeException | Error mistake) {
            LOG.error("a query failed", mistake);
            sender.send(exchange, Refusal.ourMistake().page());
        } finally {
            end.accept(this);
        }
    }

    private void send(Whole answer) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Vary", "Accept, Accept-Encoding");
        if (answer.compressed()) {
            headers.put("Content-Encoding", "gzip");
        }
        Page page = new Page(OK, answer.format().contentType(), headers, ByteBuffer.allocate(0));
        sender.send(exchange, page, answer.body().whole(), answer.body()::release);
    }

    @Override
    public void refuse(Busy busy) {
        sender.send(exchange, Refusal.of(busy).page());
        end.accept(this);
    }
}
