package org.dossier.serve;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.util.Context;
import org.dossier.serve.Formats.OfRows;
import org.dossier.serve.Formats.OfTriples;

/**
 * One query at work. Its answer is written whole into memory before the first byte is sent, so that what stops it half-way
 * is an error to the client and never the beginning of an answer.
 */
final class ServedQuery implements AutoCloseable {

    private final QueryExec running;
    private final Query query;
    private final Context context;

    ServedQuery(Query query, DatasetGraph data, Context context, Duration time) {
        this.query = query;
        this.context = context;
        this.running = QueryExecDatasetBuilder.create()
                .query(query)
                .dataset(data)
                .context(context)
                .timeout(time.toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    /** The answer of a SELECT or an ASK. */
    byte[] rows(OfRows format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RowSetWriter writer = RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
        if (query.isAskType()) {
            writer.write(bytes, running.ask(), context);
        } else {
            writer.write(bytes, running.select(), context);
        }
        return bytes.toByteArray();
    }

    /** The answer of a CONSTRUCT or a DESCRIBE. */
    byte[] triples(OfTriples format) {
        Graph answer = query.isConstructType() ? collected(running.constructTriples()) : running.describe();
        answer.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        return written(answer, format);
    }

    private static Graph collected(Iterator<Triple> triples) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        triples.forEachRemaining(graph::add);
        return graph;
    }

    static byte[] written(Graph graph, OfTriples format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RDFWriter.source(graph).format(format.syntax()).output((OutputStream) bytes);
        return bytes.toByteArray();
    }

    /** Ends it from another thread; whoever reads its answer gets a {@code QueryCancelledException}. */
    void abort() {
        running.abort();
    }

    @Override
    public void close() {
        running.close();
    }
}
