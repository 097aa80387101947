package org.dossier.serve;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses requests whose body is compressed. Fuseki would unpack it in memory before anybody sees how long it is, and a
 * body within the limit can become a thousand times as large.
 */
final class PlainBodies extends Handler.Wrapper {

    private static final String PLAIN = "identity";

    PlainBodies(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getHeaders().getValuesList(HttpHeader.CONTENT_ENCODING).isEmpty()) {
            return super.handle(request, response, callback);
        }
        response.getHeaders().put(HttpHeader.ACCEPT_ENCODING, PLAIN);
        Response.writeError(
                request,
                response,
                callback,
                HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                "a compressed request is not taken; send it as it is, without Content-Encoding");
        return true;
    }
}
