package org.dossier.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;

/** The forms in which an answer can be written. */
public enum ResultFormat {
    /** For a screen: fitted to its width. */
    TABLE,
    /** For spreadsheets. */
    CSV,
    /** Terms as SPARQL writes them, for other programs. */
    TSV,
    /** The JSON of SPARQL results. */
    JSON,
    /** A table of Markdown. */
    MD,
    /** Turtle, for the triples of CONSTRUCT and DESCRIBE. */
    TTL;

    /** The form for a query when none is asked for. */
    public static ResultFormat usual(Query query) {
        return answersTriples(query) ? TTL : TABLE;
    }

    /** @throws QueryRefusal when the answer of the query cannot be written so */
    public void checkFor(Query query) throws QueryRefusal {
        if (this == TTL && !answersTriples(query)) {
            String form = query.isAskType() ? "an ASK answers yes or no" : "a SELECT answers with rows";
            throw new QueryRefusal(Problem.error(
                    Place.wholeFile("query"),
                    "query-format",
                    form + ", and Turtle holds triples",
                    "use another --format, or a CONSTRUCT"));
        }
    }

    private static boolean answersTriples(Query query) {
        return query.isConstructType() || query.isDescribeType();
    }

    public static Optional<ResultFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name))
                .findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(ResultFormat::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
