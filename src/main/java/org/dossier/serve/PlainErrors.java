package org.dossier.serve;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Errors that the server itself finds, in a sentence of plain text: no page, no class names, no traces. */
final class PlainErrors extends ErrorHandler {

    static final String NOT_WHOLE = "the request has not arrived whole";

    /** Who comes with a method that is not taken is told so too. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (hasNotArrived(request)) {
            request.setAttribute(ERROR_MESSAGE, NOT_WHOLE);
            response.setStatus(HttpStatus.REQUEST_TIMEOUT_408);
        }
        int status = response.getStatus();
        String sentence = status >= HttpStatus.INTERNAL_SERVER_ERROR_500
                ? HttpStatus.getMessage(status)
                : Objects.requireNonNullElse(
                        (String) request.getAttribute(ERROR_MESSAGE), HttpStatus.getMessage(status));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, StandardCharsets.UTF_8.encode(sentence + "\n"), callback);
        return true;
    }

    /** A client that has gone, was silent, or was cut off since it dripped: to Jetty, all of them are failures of the server. */
    private static boolean hasNotArrived(Request request) {
        Object cause = request.getAttribute(ERROR_EXCEPTION);
        return cause instanceof EofException || cause instanceof TimeoutException;
    }
}
