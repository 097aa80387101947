package org.dossier.serve;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Marks where a request has arrived whole, and hands on what is known of its connection. */
final class Arrival extends Handler.Wrapper {

    /** The attribute of a request that holds its {@link ClientConnection}. */
    static final String CONNECTION = "org.dossier.connection";

    private final Connections connections;
    private final LongSupplier nanoClock;

    Arrival(Handler next, Connections connections, LongSupplier nanoClock) {
        super(next);
        this.connections = connections;
        this.nanoClock = nanoClock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<ClientConnection> client =
                connections.of(request.getConnectionMetaData().getConnection());
        client.ifPresent(known -> {
            known.begin();
            request.setAttribute(CONNECTION, known);
            Request.addCompletionListener(request, end -> known.end(nanoClock.getAsLong()));
        });
        return super.handle(request, response, callback);
    }
}
