package org.dossier.query;

import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.system.Txn;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.query.limited.LimitedRun;
import org.dossier.query.limited.RunLimits;
import org.dossier.query.limited.StopSignal;
import org.dossier.query.limited.StopSignal.Reason;
import org.dossier.query.limited.StopSignal.Stop;

/** Runs queries that have passed the gate; each answer is whole, or a refusal that says why it is not. */
public final class Asking {

    /** Another endpoint that does not answer cannot be interrupted: after this long the query is left to itself. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final DatasetGraph data;
    private final GateRules rules;
    private final Limits limits;

    /** @param rules of the gate that the queries have passed; what it refuses is switched off here too */
    public Asking(DatasetGraph data, GateRules rules, Limits limits) {
        this.data = data;
        this.rules = rules;
        this.limits = limits;
    }

    /**
     * The whole answer.
     *
     * @param values what variables of the query stand for; put in as terms, never as text
     * @throws QueryRefusal when it takes longer, or is larger, than the limits allow, or another endpoint fails
     */
    public Answer answer(Query query, Map<String, Node> values) throws QueryRefusal {
        joinHaving(query);
        StopSignal signal = new StopSignal();
        LimitedRun running = run(query, values, signal);
        FutureTask<Answer> task = new FutureTask<>(() -> Txn.calculateRead(data, () -> collect(query, running)));
        Thread thread = new Thread(null, task, "query", LimitedRun.STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        return await(task, signal);
    }

    /** Jena 5.6 puts values only into the first of several conditions of HAVING, so they are made one, once. */
    private static void joinHaving(Query query) {
        synchronized (query) {
            QueryParts.of(query).queries().forEach(Asking::joinOwnHaving);
        }
    }

    private static void joinOwnHaving(Query query) {
        if (query.getHavingExprs().size() > 1) {
            Expr all = query.getHavingExprs().stream().reduce(E_LogicalAnd::new).orElseThrow();
            query.getHavingExprs().clear();
            query.getHavingExprs().add(all);
        }
    }

    private LimitedRun run(Query query, Map<String, Node> values, StopSignal signal) {
        boolean network = !rules.services().equals(GateRules.Services.NONE);
        RunLimits run = RunLimits.within(limits.time());
        return new LimitedRun(query, values, data, rules.callable(), network, run, signal);
    }

    private Answer collect(Query query, LimitedRun running) {
        try (running) {
            Answer answer = read(query, running);
            running.confirm();
            return answer;
        }
    }

    private Answer read(Query query, LimitedRun running) {
        if (query.isSelectType()) {
            return new Answer.Rows(ResultTable.of(running.rows(), limits.rows()));
        }
        if (query.isAskType()) {
            return new Answer.Verdict(running.verdict());
        }
        return new Answer.Triples(triples(
                query.isConstructType()
                        ? running.constructed()
                        : running.described().find()));
    }

    private Graph triples(Iterator<Triple> running) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        while (running.hasNext()) {
            graph.add(running.next());
            if (graph.size() > limits.rows()) {
                throw new ResultTable.TooManyRows();
            }
        }
        return graph;
    }

    private Answer await(FutureTask<Answer> task, StopSignal signal) throws QueryRefusal {
        try {
            return task.get(limits.time().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw refusal(Objects.requireNonNull(failed.getCause()), signal);
        } catch (TimeoutException late) {
            signal.stop(Reason.TIME, "late");
            throw tooSlow();
        } catch (InterruptedException stopped) {
            signal.stop(Reason.END, "interrupted");
            Thread.currentThread().interrupt();
            throw new QueryRefusal(problem("query-time", "the query was interrupted", ""));
        }
    }

    private QueryRefusal refusal(Throwable cause, StopSignal signal) {
        if (cause instanceof QueryCancelledException) {
            return signal.stopped().map(this::refusal).orElseGet(this::tooSlow);
        }
        if (cause instanceof ResultTable.TooManyRows) {
            return new QueryRefusal(problem(
                    "query-size",
                    "the answer has more than " + limits.rows() + " rows",
                    "add a LIMIT, or ask for less at a time"));
        }
        if (cause instanceof StackOverflowError) {
            return new QueryRefusal(problem(
                    "query-size", "the query goes too deep to be followed", "shorten its paths or expressions"));
        }
        if (cause instanceof HttpException || cause instanceof QueryExceptionHTTP) {
            return new QueryRefusal(
                    problem("query-network", "another endpoint did not answer: " + cause.getMessage(), ""));
        }
        throw unchecked(cause);
    }

    private QueryRefusal refusal(Stop stop) {
        return stop.reason() == Reason.SIZE
                ? new QueryRefusal(problem("query-size", stop.sentence(), "ask for less at a time"))
                : tooSlow();
    }

    private static RuntimeException unchecked(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException mistake ? mistake : new IllegalStateException(cause);
    }

    private QueryRefusal tooSlow() {
        return new QueryRefusal(problem(
                "query-time",
                "the query took longer than " + seconds(limits.time()),
                "put its most selective pattern first, or allow more time with --timeout"));
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static Problem problem(String code, String message, String remedy) {
        return Problem.error(Place.wholeFile("query"), code, message, remedy);
    }
}
