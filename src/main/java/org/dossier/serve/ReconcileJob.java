package org.dossier.serve;

import jakarta.servlet.AsyncContext;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.TxnType;
import org.dossier.query.limited.StopSignal;
import org.dossier.query.limited.StopSignal.Reason;
import org.dossier.query.limited.StopSignal.Stop;
import org.dossier.serve.Lanes.Busy;
import org.dossier.serve.Site.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request to match or complete the rows of a sheet, in the same lanes as queries. */
final class ReconcileJob implements Lanes.Work {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileJob.class);

    private final ReconcileRequest request;
    private final AsyncContext exchange;
    private final Served served;
    private final Sender sender;
    private final Duration longest;
    private final Consumer<ReconcileJob> end;
    private final StopSignal signal = new StopSignal();

    /**
     * @param longest time that the work may take
     * @param end runs when nothing more is done for the request, and the release is no longer used
     */
    ReconcileJob(
            ReconcileRequest request,
            AsyncContext exchange,
            Served served,
            Sender sender,
            Duration longest,
            Consumer<ReconcileJob> end) {
        this.request = request;
        this.exchange = exchange;
        this.served = served;
        this.sender = sender;
        this.longest = longest;
        this.end = end;
    }

    /** The release that it is about. */
    Served served() {
        return served;
    }

    /** Ends the work, wherever it is. */
    void stop(Reason reason, String sentence) {
        signal.stop(reason, sentence);
    }

    @Override
    public Runnable run() {
        Page page = outcome(System.nanoTime() + longest.toNanos());
        end.accept(this);
        return () -> sender.send(exchange, page);
    }

    private Page outcome(long deadline) {
        try {
            return answer(deadline);
        } catch (Refusal refusal) {
            return refusal.page();
        } catch (QueryCancelledException stopped) {
            return signal.stopped()
                    .map(ReconcileJob::refusal)
                    .orElseGet(Refusal::ourMistake)
                    .page();
        } catch (OutOfMemoryError full) {
            return Refusal.noMemory().page();
        } catch (RuntimeException | Error mistake) {
            LOG.error("a request to reconcile failed", mistake);
            return Refusal.ourMistake().page();
        }
    }

    private Page answer(long deadline) throws Refusal {
        served.data().begin(TxnType.READ);
        try {
            return request.answer(served.reconciliation(), () -> lookAtTheClock(deadline));
        } finally {
            served.data().end();
        }
    }

    private void lookAtTheClock(long deadline) {
        if (System.nanoTime() > deadline) {
            signal.stop(
                    Reason.TIME, "the request took longer than " + longest.toSeconds() + " s; send fewer rows at once");
        }
        if (signal.stopped().isPresent()) {
            throw new QueryCancelledException();
        }
    }

    private static Refusal refusal(Stop stop) {
        return stop.reason() == Reason.TIME ? Refusal.late(stop.sentence()) : Refusal.of(stop);
    }

    @Override
    public void refuse(Busy busy) {
        end.accept(this);
        sender.send(exchange, Refusal.of(busy).page());
    }
}
