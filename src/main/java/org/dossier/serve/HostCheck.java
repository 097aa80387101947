package org.dossier.serve;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses requests that call the server by a name that is not its own. A web page can make its own name lead to this
 * machine, and would then read what is meant for this machine alone.
 */
final class HostCheck extends Handler.Wrapper {

    private final Set<String> names;

    /** @param names in small letters; none at all means any */
    HostCheck(Handler next, Set<String> names) {
        super(next);
        this.names = names;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String name = String.valueOf(Request.getServerName(request)).toLowerCase(Locale.ROOT);
        if (names.isEmpty() || names.contains(name)) {
            return super.handle(request, response, callback);
        }
        Response.writeError(
                request,
                response,
                callback,
                HttpStatus.MISDIRECTED_REQUEST_421,
                "this server is not called by that name; its own are set with names");
        return true;
    }
}
