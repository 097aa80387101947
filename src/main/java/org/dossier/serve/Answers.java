package org.dossier.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.system.Txn;
import org.dossier.pages.SparqlPages;
import org.dossier.query.Answer;
import org.dossier.query.QueryGate;
import org.dossier.query.QueryRefusal;
import org.dossier.query.ResultTable;
import org.dossier.query.limited.LimitedRun;
import org.dossier.query.limited.StopSignal;
import org.dossier.query.limited.StopSignal.Reason;
import org.dossier.serve.AnswerBuffer.Room;
import org.dossier.serve.Formats.Format;
import org.dossier.serve.Formats.OfRows;
import org.dossier.serve.Formats.OfTriples;
import org.dossier.serve.QueryRequest.Reader;

/**
 * Answers queries into memory: what comes out is the whole answer or a refusal, so that what stops a query half-way is an
 * error to its client and never the beginning of an answer.
 */
final class Answers {

    /**
     * A whole answer.
     *
     * @param body to be released when it is out
     */
    record Whole(Format format, boolean compressed, AnswerBuffer body) {}

    private static final int READERS_ROWS = 10_000;

    private final ServerSettings settings;
    private final QueryGate gate;
    private final Room room;

    Answers(ServerSettings settings, Room room) {
        this.settings = settings;
        this.gate = new QueryGate(Map.of(), settings.gateRules());
        this.room = room;
    }

    /** @throws Refusal with what is to be told to the client */
    Whole answer(QueryRequest request, DatasetGraph data, StopSignal signal) throws Refusal {
        Query query = admitted(request.query());
        Format format = format(query, request);
        AnswerBuffer body = new AnswerBuffer(settings.answerBytes(), room, signal);
        try {
            Txn.executeRead(data, () -> write(query, request, format, data, body, signal));
            return new Whole(format, request.compressed(), body);
        } catch (QueryCancelledException stopped) {
            body.release();
            throw signal.stopped().map(Refusal::of).orElseGet(Refusal::ourMistake);
        } catch (RuntimeException | StackOverflowError failure) {
            body.release();
            // Writers of Jena may wrap what stopped them.
            Optional<Refusal> refusal = signal.stopped().map(Refusal::of).or(() -> refusal(failure));
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            throw failure;
        }
    }

    private Query admitted(String text) throws Refusal {
        try {
            return gate.admit("query", text);
        } catch (QueryRefusal reasons) {
            throw Refusal.atTheGate(reasons);
        }
    }

    private static Format format(Query query, QueryRequest request) throws Refusal {
        if (request.reader() != null) {
            return Formats.PAGE;
        }
        List<? extends Format> offered = query.isSelectType() || query.isAskType() ? Formats.ROWS : Formats.TRIPLES;
        return wanted(offered, request);
    }

    static <F extends Format> F wanted(List<F> offered, QueryRequest request) throws Refusal {
        return Formats.wanted(offered, request.format(), request.accept())
                .orElseThrow(() -> Refusal.noSuchFormat("none of the formats that you accept is to be had; name one of "
                        + Formats.names(offered) + " with ?format="));
    }

    private void write(
            Query query, QueryRequest request, Format format, DatasetGraph data, AnswerBuffer body, StopSignal signal) {
        DatasetGraph asked = chosen(data, query, request);
        try (LimitedRun run = new LimitedRun(
                        query,
                        Map.of(),
                        asked,
                        settings.gateRules().callable(),
                        !settings.list(Setting.SERVICES).isEmpty(),
                        settings.runLimits(request.time()),
                        signal);
                OutputStream out = request.compressed() ? new GZIPOutputStream(body, 8192) : body) {
            if (request.reader() != null) {
                out.write(page(run, query, request.reader()).getBytes(UTF_8));
            } else if (format instanceof OfRows rows) {
                writeRows(run, query, rows, out, signal);
            } else {
                writeTriples(run, query, (OfTriples) format, out, signal);
            }
            run.confirm();
        } catch (IOException impossible) {
            throw new AssertionError("memory does not fail like a disk", impossible);
        }
    }

    /** Readers get as many rows as anybody reads, and are told where all of them are. */
    private static String page(LimitedRun run, Query query, Reader reader) {
        SparqlPages pages = reader.pages();
        if (query.isAskType()) {
            return pages.answered(reader.address(), new Answer.Verdict(run.verdict()), true);
        }
        if (query.isSelectType()) {
            RowSet rows = run.rows();
            ResultTable table = ResultTable.first(READERS_ROWS, rows);
            return pages.answered(reader.address(), new Answer.Rows(table), !rows.hasNext());
        }
        Iterator<Triple> triples =
                query.isConstructType() ? run.constructed() : run.described().find();
        Graph first = GraphMemFactory.createDefaultGraphSameTerm();
        while (triples.hasNext() && first.size() < READERS_ROWS) {
            first.add(triples.next());
        }
        return pages.answered(reader.address(), new Answer.Triples(first), !triples.hasNext());
    }

    /** Graphs that the request names count instead of those that the query names. */
    private static DatasetGraph chosen(DatasetGraph data, Query query, QueryRequest request) {
        DatasetDescription graphs = request.graphs();
        if (graphs == null) {
            return data;
        }
        query.getGraphURIs().clear();
        query.getNamedGraphURIs().clear();
        return DynamicDatasets.dynamicDataset(graphs, data, false);
    }

    private void writeRows(LimitedRun run, Query query, OfRows format, OutputStream out, StopSignal signal) {
        RowSetWriter writer = RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
        if (query.isAskType()) {
            writer.write(out, run.verdict(), ARQ.getContext());
        } else {
            RowSet rows = run.rows();
            writer.write(out, RowSetStream.create(rows.getResultVars(), counted(rows, signal)), ARQ.getContext());
        }
    }

    private void writeTriples(LimitedRun run, Query query, OfTriples format, OutputStream out, StopSignal signal) {
        Graph answer = query.isConstructType() ? collected(run.constructed(), signal) : run.described();
        answer.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        RDFWriter.source(answer).format(format.syntax()).output(out);
    }

    private Graph collected(Iterator<Triple> triples, StopSignal signal) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        counted(triples, signal).forEachRemaining(graph::add);
        return graph;
    }

    private <T> Iterator<T> counted(Iterator<T> items, StopSignal signal) {
        int most = settings.count(Setting.ANSWER_ROWS);
        return new Iterator<>() {
            private int count;

            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public T next() {
                count++;
                if (count > most) {
                    signal.stop(
                            Reason.SIZE,
                            "the answer has more than " + most + " rows (answer-rows); add a LIMIT, or ask for less");
                    throw new QueryCancelledException();
                }
                return items.next();
            }
        };
    }

    /** What to tell the client; nothing when the failure is ours. */
    private static Optional<Refusal> refusal(Throwable failure) {
        if (failure instanceof StackOverflowError) {
            return Optional.of(Refusal.bad("the query goes too deep to be followed; shorten its paths or expressions"));
        }
        if (failure instanceof HttpException || failure instanceof QueryExceptionHTTP) {
            return Optional.of(Refusal.otherEndpoint());
        }
        return failure instanceof QueryException
                ? Optional.of(Refusal.bad("the query cannot be answered: " + failure.getMessage()))
                : Optional.empty();
    }
}
