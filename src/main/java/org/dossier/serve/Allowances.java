package org.dossier.serve;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much query time each client has left. It has a minute's worth at first, and what it uses comes back at the rate of
 * that much a minute. Not safe for several threads; its owner sees to that.
 */
final class Allowances {

    /** Clients whose time has all come back are forgotten, the one seen longest ago first. */
    private static final int MOST_CLIENTS = 10_000;

    private static final double MINUTE = 60e9;

    private final double most;
    private final Map<String, Left> clients = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    private record Left(double nanoseconds, long at) {}

    /** @param aMinute that a client may use; nothing means as much as it likes */
    Allowances(Duration aMinute) {
        this.most = aMinute.toNanos();
    }

    /** How long a client has to wait until it may ask again; nothing when it may now. */
    Duration untilSome(String client, long now) {
        double left = left(client, now);
        return left > 0 || most == 0 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(-left / most * MINUTE));
    }

    void use(String client, Duration time, long now) {
        clients.put(client, new Left(left(client, now) - time.toNanos(), now));
    }

    private double left(String client, long now) {
        Left known = clients.get(client);
        return known == null ? most : Math.min(most, known.nanoseconds() + (now - known.at()) / MINUTE * most);
    }
}
