package org.dossier.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dossier.pages.SparqlPages;

/** The pages that a server shows beside SPARQL. Each answers what it knows and leaves the rest to the next. */
public interface Site {

    /** What stands at an address, or nothing when this site has nothing there. */
    Optional<Page> page(Visit visit);

    /** What shows queries and their answers to readers, or nothing when this site does not. */
    default Optional<SparqlPages> sparqlPages() {
        return Optional.empty();
    }

    /**
     * One request for a page.
     *
     * @param path decoded, such as {@code /id/ice}
     * @param parameters the values of each name behind the question mark
     * @param accept the formats that the visitor can read, as HTTP says it; may be empty
     * @param origin where the visitor found the server, such as {@code http://localhost:3030}
     */
    record Visit(String path, Map<String, List<String>> parameters, String accept, String origin) {

        /** A visit that does not depend on where the server is found. */
        public Visit(String path, Map<String, List<String>> parameters, String accept) {
            this(path, parameters, accept, "");
        }

        public Visit {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * One answer.
     *
     * @param status of HTTP
     * @param headers besides type and length, such as {@code Location}
     */
    record Page(int status, String contentType, Map<String, String> headers, ByteBuffer body) {

        private static final int OK = 200;

        public Page {
            headers = Map.copyOf(headers);
        }

        /** A text of some type, which names no character set: it is UTF-8. */
        public static Page text(int status, String type, String text) {
            return new Page(status, type + "; charset=utf-8", Map.of(), UTF_8.encode(text));
        }

        /** The same with further headers. */
        public Page with(Map<String, String> further) {
            Map<String, String> all = new HashMap<>(headers);
            all.putAll(further);
            return new Page(status, contentType, all, body);
        }

        public static Page html(String text) {
            return text(OK, "text/html", text);
        }
    }
}
