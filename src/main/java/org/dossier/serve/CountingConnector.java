package org.dossier.serve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/** Weighs what comes in before anybody keeps it: of a request that has not arrived whole, nothing else knows how long it is. */
final class CountingConnector extends ServerConnector {

    /** What a field of a request, or a part of its body, takes in memory besides its letters; there may be one in each line. */
    private static final int LINE = 256;

    private final transient Connections connections;

    /** @param other whose port and way to speak it takes over */
    CountingConnector(ServerConnector other, Connections connections) {
        super(other.getServer(), other.getConnectionFactories().toArray(ConnectionFactory[]::new));
        this.connections = connections;
        setPort(other.getPort());
        addBean(connections);
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint end = new Counted(channel, selector, key);
        end.setIdleTimeout(getIdleTimeout());
        return end;
    }

    private final class Counted extends SocketChannelEndPoint {

        Counted(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
            super(channel, selector, key, CountingConnector.this.getScheduler());
        }

        @Override
        public int fill(ByteBuffer buffer) throws IOException {
            int count = super.fill(buffer);
            if (count > 0 && !connections.take(getConnection(), count + LINE * lines(buffer, count))) {
                throw new EofException("the connection is turned away");
            }
            return count;
        }

        /** Among the last so many bytes. */
        private int lines(ByteBuffer buffer, int count) {
            int lines = 0;
            for (int i = buffer.limit() - count; i < buffer.limit(); i++) {
                lines += buffer.get(i) == '\n' ? 1 : 0;
            }
            return lines;
        }
    }
}
