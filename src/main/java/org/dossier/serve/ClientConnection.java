package org.dossier.serve;

import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.SocketChannelEndPoint;

/** One connection of a client: how long it has been at its request, how much of it there is, and an end to it. */
final class ClientConnection {

    private final Connection connection;
    private final String address;
    private volatile boolean isAnswering;
    private volatile boolean isTurnedAway;
    private volatile long quietSince;
    private final AtomicLong held = new AtomicLong();

    ClientConnection(Connection connection, long now) {
        this.connection = connection;
        this.address = address(connection);
        this.quietSince = now;
    }

    /** It is one more than there may be; nothing is answered on it. */
    void turnAway() {
        isTurnedAway = true;
    }

    boolean isTurnedAway() {
        return isTurnedAway;
    }

    /** More of a request has come, and takes so many bytes of memory. */
    void take(long bytes) {
        held.addAndGet(bytes);
    }

    /** Memory that the request takes that it is at, in bytes. */
    long held() {
        return held.get();
    }

    /**
     * Nothing is held of it any more.
     *
     * @return what was
     */
    long release() {
        return held.getAndSet(0);
    }

    /** Whether its request has arrived whole and the answer is not yet out. */
    boolean isAnswering() {
        return isAnswering;
    }

    /** A request has arrived whole. */
    void begin() {
        isAnswering = true;
    }

    /** Its answer is out. */
    void end(long now) {
        quietSince = now;
        isAnswering = false;
    }

    /** Whether part of a request has been here for longer than this many nanoseconds, and the rest has not come. */
    boolean isDawdling(long nanoseconds, long now) {
        return !isAnswering && held() > 0 && now - quietSince > nanoseconds;
    }

    /** Asked for once: a connection that is closed no longer knows it. */
    private static String address(Connection connection) {
        return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress socket
                ? socket.getAddress().getHostAddress()
                : "";
    }

    String address() {
        return address;
    }

    /** Cuts the client off in the middle of whatever it is at. */
    void cut() {
        connection.close();
    }

    /** The channel of the client, for whoever wants to notice that it has gone. */
    SocketChannel channel() {
        return ((SocketChannelEndPoint) connection.getEndPoint()).getChannel();
    }
}
