package org.dossier.build;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the web, because somebody said so on the command line.
 *
 * @param patience how long it waits for a connection, and for the next bytes of an answer
 */
record Web(Duration patience) {

    static final Web USUAL = new Web(Duration.ofSeconds(60));

    private static final int OK = 200;
    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_CHARS_SHOWN = 300;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** The server answers, but not with what was asked for. */
    static final class StatusException extends IOException {
        private final int status;

        StatusException(int status, String message) {
            super(message);
            this.status = status;
        }

        /** Whether the server has no such file, or none for us. */
        boolean isOfMissing() {
            return status == 403 || status == 404;
        }

        /** Whether the same question may be answered a little later. */
        boolean isPassing() {
            return status == 429 || status == 502 || status == 503 || status == 504;
        }
    }

    /**
     * What a server sends.
     *
     * @param length that it announced; -1 when it did not
     */
    record Answer(InputStream body, long length) implements Closeable {
        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    /** Whether this is an address of the web. */
    static boolean isAddress(URI address) {
        boolean isOfTheWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        return isOfTheWeb && address.getHost() != null;
    }

    /** Follows redirects, but not from a protected connection to an open one. */
    Answer get(URI address) throws IOException {
        URI at = address;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            HttpURLConnection connection = connect(at);
            if (!REDIRECTS.contains(connection.getResponseCode())) {
                return answer(connection);
            }
            at = next(at, connection.getHeaderField("Location"));
            connection.disconnect();
        }
        throw new IOException("the server redirects without end");
    }

    /** A redirected question is not asked again elsewhere. */
    Answer post(URI address, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        HttpURLConnection connection = connect(address);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("Accept", "application/json");
        connection.setDoOutput(true);
        // Without it Java sends a question twice when the connection breaks.
        connection.setFixedLengthStreamingMode(body.length);
        connection.getOutputStream().write(body);
        return answer(connection);
    }

    /** Where another address leads that a server gave, itself perhaps without a host. */
    static URI next(URI from, @Nullable String to) throws IOException {
        try {
            URI next = from.resolve(String.valueOf(to));
            if (to == null || !isAddress(next)) {
                throw new IOException("the server names '" + to + "', which is no address of the web");
            }
            if ("https".equals(from.getScheme()) && "http".equals(next.getScheme())) {
                throw new IOException("the server leads from https to " + next + ", which is not protected");
            }
            return next;
        } catch (IllegalArgumentException noAddress) {
            throw new IOException("the server names '" + to + "', which is no address of the web", noAddress);
        }
    }

    private HttpURLConnection connect(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(Math.toIntExact(patience.toMillis()));
        connection.setReadTimeout(Math.toIntExact(patience.toMillis()));
        return connection;
    }

    private static Answer answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status != OK) {
            throw new StatusException(
                    status, String.format(Locale.ROOT, "the server answers %d%s", status, reason(connection)));
        }
        InputStream body = new FilterInputStream(connection.getInputStream()) {
            @Override
            public void close() throws IOException {
                super.close();
                connection.disconnect();
            }
        };
        return new Answer(body, connection.getContentLengthLong());
    }

    /** The beginning of what the server says about it, in one line. */
    private static String reason(HttpURLConnection connection) throws IOException {
        try (InputStream said = connection.getErrorStream()) {
            String text = said == null
                    ? ""
                    : new String(said.readNBytes(MOST_CHARS_SHOWN), StandardCharsets.UTF_8)
                            .replaceAll("[\\s\\p{Cntrl}]+", " ")
                            .strip();
            return text.isEmpty() ? "" : ": " + text;
        }
    }
}
