package org.dossier.serve;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.web.HttpNames;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.web.HttpSC;
import org.dossier.serve.Formats.Format;
import org.dossier.serve.Formats.OfRows;
import org.dossier.serve.Formats.OfTriples;
import org.dossier.serve.Site.Page;
import org.jspecify.annotations.Nullable;

/**
 * {@code /sparql}: answers queries of the SPARQL protocol and nothing else. A query gets its whole answer or an error in a
 * sentence of plain text; a bare GET gets a description of the service.
 */
final class QueryEndpoint extends SPARQL_QueryDataset {

    /** Relative IRIs of a query mean nothing here; they are put behind this, as Fuseki does. */
    private static final String NO_BASE = "http://server/unset-base/";

    private final Duration longest;
    private final ServiceDescription description;
    private final Set<ServedQuery> running = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    QueryEndpoint(Duration longest, ServiceDescription description) {
        this.longest = longest;
        this.description = description;
    }

    /** Ends all queries that are running or yet to come; their clients are told. */
    void close() {
        isClosed = true;
        running.forEach(ServedQuery::abort);
    }

    boolean isAnswering() {
        return !running.isEmpty();
    }

    @Override
    public void execGet(HttpAction action) {
        if (action.getRequestQueryString() == null) {
            describe(action);
        } else {
            super.execGet(action);
        }
    }

    private void describe(HttpAction action) {
        Optional<OfTriples> format = wanted(action, Formats.TRIPLES);
        String address = action.getRequest().getRequestURL().toString();
        format.ifPresent(wanted -> send(action, wanted, ServedQuery.written(description.graph(address), wanted)));
    }

    @Override
    protected void execute(String text, HttpAction action) {
        try {
            Query query = QueryFactory.create(text, NO_BASE, Syntax.syntaxARQ);
            if (ServicesInQuery.has(query)) {
                refuse(action, HttpSC.BAD_REQUEST_400, "SERVICE would ask another server and is off here");
            } else if (query.isSelectType() || query.isAskType()) {
                wanted(action, Formats.ROWS).ifPresent(format -> answer(action, query, format));
            } else {
                wanted(action, Formats.TRIPLES).ifPresent(format -> answer(action, query, format));
            }
        } catch (QueryParseException unreadable) {
            refuse(action, HttpSC.BAD_REQUEST_400, unreadable.getMessage());
        }
    }

    private void answer(HttpAction action, Query query, Format format) {
        action.beginRead();
        try {
            send(action, format, run(action, query, format));
        } catch (QueryCancelledException stopped) {
            refuse(action, HttpSC.SERVICE_UNAVAILABLE_503, tooSlow());
        } catch (QueryException unfit) {
            refuse(action, HttpSC.BAD_REQUEST_400, unfit.getMessage());
        } catch (StackOverflowError tooDeep) {
            refuse(action, HttpSC.BAD_REQUEST_400, "the query goes too deep to be followed; shorten its paths");
        } finally {
            action.endRead();
        }
    }

    private byte[] run(HttpAction action, Query query, Format format) {
        Pair<DatasetGraph, Query> asked = decideDataset(action, query, "");
        ServedQuery work = new ServedQuery(asked.getRight(), asked.getLeft(), context(action), time(action));
        running.add(work);
        if (isClosed) {
            work.abort();
        }
        try (work) {
            return format instanceof OfRows rows ? work.rows(rows) : work.triples((OfTriples) format);
        } finally {
            running.remove(work);
        }
    }

    private static Context context(HttpAction action) {
        Context context = action.getContext().copy();
        context.set(ARQ.httpServiceAllowed, false);
        context.set(ARQ.enablePropertyFunctions, false);
        context.set(ARQ.propertyFunctions, false);
        FunctionRegistry.set(context, new StandardFunctions());
        return context;
    }

    /** What {@code ?timeout=} says, in seconds, where that is less than the server allows. */
    private Duration time(HttpAction action) {
        String wish = action.getRequestParameter(HttpNames.paramTimeout);
        if (wish == null || !wish.matches("[0-9]{1,6}([.][0-9]{1,3})?")) {
            return longest;
        }
        Duration asked = Duration.ofMillis(Math.max(1, Math.round(Double.parseDouble(wish) * 1000)));
        return asked.compareTo(longest) < 0 ? asked : longest;
    }

    private String tooSlow() {
        return "the query was stopped before its end: it may take " + longest.toSeconds()
                + " s here; put its most selective pattern first or ask for less";
    }

    private static <F extends Format> Optional<F> wanted(HttpAction action, List<F> offered) {
        Optional<F> format = Formats.wanted(
                offered,
                action.getRequestParameter("format"),
                action.getRequest().getHeader(HttpNames.hAccept));
        if (format.isEmpty()) {
            refuse(
                    action,
                    HttpSC.NOT_ACCEPTABLE_406,
                    "none of the formats that you accept is to be had; name one of " + Formats.names(offered)
                            + " with ?format=");
        }
        return format;
    }

    private static void refuse(HttpAction action, int status, @Nullable String sentence) {
        Answering.send(action.getResponse(), Page.text(status, "text/plain", sentence + "\n"));
    }

    private static void send(HttpAction action, Format format, byte[] answer) {
        Answering.send(
                action.getResponse(), new Page(HttpSC.OK_200, format.contentType(), Map.of(), ByteBuffer.wrap(answer)));
    }
}
