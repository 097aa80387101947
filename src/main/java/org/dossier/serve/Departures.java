package org.dossier.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notices clients that go away while their query runs. A channel from which one may read, and from which there is nothing
 * to be read, has been closed at the other end.
 */
final class Departures implements AutoCloseable {

    private static final long LOOK_EVERY_MILLISECONDS = 100;

    private final Selector selector;
    private final Thread thread;
    private final Map<SocketChannel, Runnable> waiting = new ConcurrentHashMap<>();

    Departures() {
        try {
            selector = Selector.open();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        thread = new Thread(this::look, "departures");
        thread.setDaemon(true);
        thread.start();
    }

    /** Calls back once, and perhaps much later, when the client has gone. */
    void watch(ClientConnection client, Runnable gone) {
        waiting.put(client.channel(), gone);
    }

    /** The answer is there. */
    void forget(ClientConnection client) {
        waiting.remove(client.channel());
    }

    private void look() {
        try {
            while (selector.isOpen()) {
                lookOnce();
                Thread.sleep(LOOK_EVERY_MILLISECONDS);
            }
        } catch (InterruptedException | IOException | ClosedSelectorException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Other threads only change the map, since a key that is cancelled in another thread is not yet gone. */
    private void lookOnce() throws IOException {
        selector.keys().stream()
                .filter(key -> !waiting.containsKey(key.channel()))
                .forEach(SelectionKey::cancel);
        selector.selectNow();
        waiting.keySet().forEach(this::register);
        selector.selectNow();
        for (SelectionKey key : selector.selectedKeys()) {
            if (hasGone((SocketChannel) key.channel())) {
                leave((SocketChannel) key.channel());
            }
        }
        selector.selectedKeys().clear();
    }

    private void register(SocketChannel channel) {
        try {
            if (channel.keyFor(selector) == null) {
                channel.register(selector, SelectionKey.OP_READ);
            }
        } catch (ClosedChannelException gone) {
            leave(channel);
        }
    }

    private static boolean hasGone(SocketChannel channel) {
        try {
            return channel.socket().getInputStream().available() == 0;
        } catch (IOException gone) {
            return true;
        }
    }

    private void leave(SocketChannel channel) {
        Runnable gone = waiting.remove(channel);
        if (gone != null) {
            gone.run();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            selector.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
