package org.dossier.serve;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dossier.serve.Site.Page;

/** Sends answers that are complete before their first byte goes out. */
final class Answering {

    private Answering() {}

    /** @throws UncheckedIOException when the client has gone */
    static void send(HttpServletResponse response, Page page) {
        response.setStatus(page.status());
        response.setContentType(page.contentType());
        response.setContentLength(page.body().remaining());
        response.setHeader("X-Content-Type-Options", "nosniff");
        page.headers().forEach(response::setHeader);
        try {
            response.getOutputStream().write(page.body().duplicate());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
