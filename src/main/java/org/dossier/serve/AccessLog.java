package org.dossier.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import org.dossier.problem.SurroundingsException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request: when, who, what, how it ended, how many bytes and milliseconds. What somebody asks is
 * sensitive, so the text of queries is only written when that is wanted, and nothing else behind a question mark ever.
 */
final class AccessLog implements RequestLog, AutoCloseable {

    /** The attribute of a request that holds its query. */
    static final String QUERY = "org.dossier.query";

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final int LONGEST = 1024;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;

    private final OutputStream out;
    private final boolean withQueries;
    private final Clients clients;
    private final Clock clock;
    private final LongSupplier nanoClock;
    private boolean isBroken;

    /**
     * @param file that lines are added to
     * @param withQueries whether the text of queries is written too
     * @param clients knows who asks
     * @throws SurroundingsException when the file cannot be written
     */
    AccessLog(Path file, boolean withQueries, Clients clients, Clock clock, LongSupplier nanoClock) {
        try {
            this.out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new SurroundingsException("cannot write " + file + ": " + failure.getMessage(), failure);
        }
        this.withQueries = withQueries;
        this.clients = clients;
        this.clock = clock;
        this.nanoClock = nanoClock;
    }

    @Override
    public void log(Request request, Response response) {
        Duration took = Duration.ofNanos(nanoClock.getAsLong() - request.getBeginNanoTime());
        String line = String.join(
                " ",
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                printable(clients.address(request)),
                printable(request.getMethod()),
                printable(request.getHttpURI().getPath()),
                Integer.toString(response.getStatus()),
                Long.toString(Response.getContentBytesWritten(response)),
                took.toMillis() + "ms");
        write(line + query(request) + "\n");
    }

    private String query(Request request) {
        return withQueries && request.getAttribute(QUERY) instanceof String query ? " " + printable(query) : "";
    }

    /** At most so long, and nothing in it that a terminal or a reader of lines would take for more than a letter. */
    static String printable(@Nullable String text) {
        StringBuilder printable = new StringBuilder();
        String shown = text == null ? "-" : text;
        shown.codePoints().limit(LONGEST).forEach(letter -> {
            boolean isPlain = letter >= FIRST_PRINTABLE && letter != DELETE && letter != '\\' && !isOdd(letter);
            if (isPlain) {
                printable.appendCodePoint(letter);
            } else {
                printable.append(String.format("\\u%04x", letter));
            }
        });
        return printable.toString();
    }

    private static boolean isOdd(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    private synchronized void write(String line) {
        try {
            if (!isBroken) {
                out.write(line.getBytes(UTF_8));
            }
        } catch (IOException full) {
            // Serving goes on without a log; to say so once is enough.
            isBroken = true;
            LOG.error("the access log cannot be written any more: {}", full.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException failure) {
            LOG.error("the access log cannot be closed: {}", failure.getMessage());
        }
    }
}
