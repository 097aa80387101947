package org.dossier.query.limited;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * One query that runs within limits. It begins to run, and its time begins, when its answer is first asked for; whoever
 * asks for it does the work. Once stopped, it throws {@link QueryCancelledException}, whatever it is at.
 *
 * <p>Whoever has read the answer to its end calls {@link #confirm()} before using it: Jena swallows some exceptions inside
 * expressions and would go on without a row.
 */
public final class LimitedRun implements AutoCloseable {

    /**
     * What the thread that runs a query should have: property paths, and long expressions, recurse once for each step.
     */
    public static final long STACK_BYTES = 64L << 20;

    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    static {
        LimitedEngine.announce();
    }

    private final StopSignal signal;
    private final RunLimits limits;
    private final QueryExec execution;
    private final ScheduledFuture<?> alarm;

    /**
     * @param query that has passed the gate
     * @param values what variables of the query stand for; put in as terms, never as text
     * @param functions that it may call by their IRIs
     * @param network whether it may ask other endpoints
     */
    public LimitedRun(
            Query query,
            Map<String, Node> values,
            DatasetGraph data,
            FunctionRegistry functions,
            boolean network,
            RunLimits limits,
            StopSignal signal) {
        this.signal = signal;
        this.limits = limits;
        Context context = context(data, functions, network);
        QueryExecDatasetBuilder builder = QueryExecDatasetBuilder.create()
                .dataset(new WatchedDataset(data, context, signal))
                .query(query)
                .context(context);
        values.forEach((name, value) -> builder.substitution(Var.alloc(name), value));
        this.execution = builder.build();
        this.alarm = CLOCK.schedule(this::timeIsUp, limits.time().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "query-clock");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private Context context(DatasetGraph data, FunctionRegistry functions, boolean network) {
        Context context = ARQ.getContext().copy();
        context.putAll(data.getContext());
        context.set(ARQ.httpServiceAllowed, network);
        context.set(ARQ.enablePropertyFunctions, false);
        context.set(ARQ.propertyFunctions, false);
        context.set(ARQConstants.symCancelQuery, signal.raised());
        FunctionRegistry.set(context, functions);
        QC.setFactory(context, LimitedOperators::new);
        new Limitation(limits, signal).putInto(context);
        return context;
    }

    private void timeIsUp() {
        long milliseconds = limits.time().toMillis();
        String time = milliseconds % 1000 == 0 ? milliseconds / 1000 + " s" : milliseconds + " ms";
        signal.stop(StopSignal.Reason.TIME, "the query took longer than " + time);
    }

    /** The rows of a SELECT, as they are found. */
    public RowSet rows() {
        return execution.select();
    }

    /** The answer of an ASK. */
    public boolean verdict() {
        return execution.ask();
    }

    /** The triples of a CONSTRUCT, as they are found; the same one may come twice. */
    public Iterator<Triple> constructed() {
        return execution.constructTriples();
    }

    /** The answer of a DESCRIBE. */
    public Graph described() {
        return execution.describe();
    }

    /** @throws QueryCancelledException when the query was stopped, so that its answer is not whole */
    public void confirm() {
        signal.check();
    }

    @Override
    public void close() {
        alarm.cancel(false);
        execution.close();
    }
}
