package org.dossier.serve;

import java.time.Duration;

/**
 * What whoever starts the server decides.
 *
 * @param host name or address to listen on; the default is reached from this machine only
 * @param port to listen on; 0 takes a free one
 * @param queryTime the longest that a query may take; a client may ask for less
 */
public record ServerSettings(String host, int port, Duration queryTime) {

    public static final String LOOPBACK = "localhost";
    public static final int DEFAULT_PORT = 3030;
    public static final Duration DEFAULT_QUERY_TIME = Duration.ofSeconds(30);

    private static final int LAST_PORT = 65_535;

    public ServerSettings {
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("a port is a number from 0 to " + LAST_PORT + ", not " + port);
        }
        if (queryTime.isNegative() || queryTime.isZero()) {
            throw new IllegalArgumentException("a query needs more time than " + queryTime.toMillis() + " ms");
        }
    }

    /** Reached from this machine only, with the usual limits. */
    public static ServerSettings onLoopback(int port) {
        return new ServerSettings(LOOPBACK, port, DEFAULT_QUERY_TIME);
    }
}
