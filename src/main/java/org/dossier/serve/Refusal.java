package org.dossier.serve;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.web.HttpSC;
import org.dossier.problem.Problem;
import org.dossier.query.QueryRefusal;
import org.dossier.query.limited.StopSignal.Reason;
import org.dossier.query.limited.StopSignal.Stop;
import org.dossier.serve.Lanes.Busy;
import org.dossier.serve.QueryRequest.Reader;
import org.dossier.serve.Site.Page;
import org.jspecify.annotations.Nullable;

/** Ends the work for a query with a status of HTTP and a sentence for whoever asked. */
final class Refusal extends Exception {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int OUR_MISTAKE = 500;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final int status;
    private final Duration retryAfter;
    private final transient List<Problem> problems;

    private Refusal(int status, String sentence, Duration retryAfter, List<Problem> problems) {
        super(sentence);
        this.status = status;
        this.retryAfter = retryAfter;
        this.problems = List.copyOf(problems);
    }

    private Refusal(int status, String sentence, Duration retryAfter) {
        this(status, sentence, retryAfter, List.of());
    }

    private Refusal(int status, String sentence) {
        this(status, sentence, Duration.ZERO);
    }

    static Refusal bad(String sentence) {
        return new Refusal(BAD_REQUEST, sentence);
    }

    static Refusal atTheGate(QueryRefusal reasons) {
        String lines = reasons.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
        return new Refusal(BAD_REQUEST, lines, Duration.ZERO, reasons.problems());
    }

    static Refusal noSuchFormat(String sentence) {
        return new Refusal(NOT_ACCEPTABLE, sentence);
    }

    static Refusal otherEndpoint() {
        return new Refusal(BAD_GATEWAY, "another endpoint that the query asks did not answer");
    }

    static Refusal ourMistake() {
        return new Refusal(OUR_MISTAKE, "the server has made a mistake; whoever runs it finds more in its log");
    }

    static Refusal nothingHere() {
        return new Refusal(NOT_FOUND, "there is nothing at this address");
    }

    /** @param sentence names what took too long */
    static Refusal late(String sentence) {
        return new Refusal(UNAVAILABLE, sentence + " (query-seconds)");
    }

    static Refusal noMemory() {
        return new Refusal(UNAVAILABLE, "the server has no memory for this query; ask for less", SOON);
    }

    /** What Fuseki has against a request before anybody has looked at its query. */
    static Refusal of(ActionErrorException unfit) {
        return new Refusal(
                unfit.getRC(),
                Objects.requireNonNullElseGet(unfit.getMessage(), () -> HttpSC.getMessage(unfit.getRC())));
    }

    static Refusal of(Busy busy) {
        return new Refusal(busy.status(), busy.sentence(), busy.retryAfter());
    }

    static Refusal of(Stop stop) {
        if (stop.reason() == Reason.SIZE) {
            return bad(stop.sentence());
        }
        return stop.reason() == Reason.TIME
                ? new Refusal(
                        UNAVAILABLE,
                        stop.sentence() + " (query-seconds); put its most selective pattern first, or ask for less")
                : new Refusal(UNAVAILABLE, stop.sentence(), SOON);
    }

    /** What is answered, to a program or to a reader. */
    Page page(@Nullable Reader reader) {
        if (reader == null) {
            return page();
        }
        String html = reader.pages().refused(reader.address(), String.valueOf(getMessage()), problems);
        return Page.text(status, "text/html", html).with(headers());
    }

    Page page() {
        return Page.text(status, "text/plain", getMessage() + "\n").with(headers());
    }

    private Map<String, String> headers() {
        return retryAfter.isZero()
                ? Map.of("Cache-Control", "no-store")
                : Map.of("Cache-Control", "no-store", "Retry-After", Long.toString(wholeSeconds()));
    }

    private long wholeSeconds() {
        return retryAfter.plusMillis(999).toSeconds();
    }
}
