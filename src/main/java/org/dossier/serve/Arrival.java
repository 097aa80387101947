package org.dossier.serve;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Marks where a request has arrived whole, and hands on what is known of its connection. */
final class Arrival extends Handler.Wrapper {

    /** The attribute of a request that holds its {@link ClientConnection}. */
    static final String CONNECTION = "org.dossier.connection";

    private final Connections connections;

    Arrival(Handler next, Connections connections) {
        super(next);
        this.connections = connections;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<ClientConnection> client =
                connections.of(request.getConnectionMetaData().getConnection());
        if (client.filter(ClientConnection::isTurnedAway).isPresent()) {
            callback.failed(new IOException("too many connections"));
            return true;
        }
        client.ifPresent(known -> begin(known, request));
        return super.handle(request, response, callback);
    }

    private void begin(ClientConnection client, Request request) {
        client.begin();
        request.setAttribute(CONNECTION, client);
        Request.addCompletionListener(request, end -> connections.answered(client));
    }
}
