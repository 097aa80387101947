package org.dossier.pages.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * A text file that a browser loads.
 *
 * @param type media type, without a character set: it is UTF-8
 */
public record WebFile(String type, String text) {

    private static final Map<String, String> TYPES = Map.of(".css", "text/css", ".svg", "image/svg+xml");

    /** A file inside the program or one of its libraries; nothing when there is none of this name. */
    static Optional<WebFile> inside(String resource) {
        try (InputStream in = WebFile.class.getResourceAsStream(resource)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new WebFile(type(resource), new String(in.readAllBytes(), UTF_8)));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + resource + " inside the program", failure);
        }
    }

    private static String type(String resource) {
        return TYPES.getOrDefault(resource.substring(resource.lastIndexOf('.')), "text/javascript");
    }
}
