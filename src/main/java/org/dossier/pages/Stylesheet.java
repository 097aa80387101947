package org.dossier.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.dossier.triples.Sha256;

/**
 * The style of all pages, under an address that changes with its content, so that it may be kept for ever.
 *
 * @param digest the beginning of its SHA-256
 */
public record Stylesheet(String digest, String text) {

    private static final String NAME = "dossier.css";
    private static final int DIGITS = 12;

    private static final Stylesheet OF_THE_PROGRAM = read();

    /** The one inside the program. */
    public static Stylesheet ofTheProgram() {
        return OF_THE_PROGRAM;
    }

    /** Where it is, such as {@code /static/3f2a…/dossier.css}. */
    public String address() {
        return "/static/" + digest + "/" + NAME;
    }

    private static Stylesheet read() {
        try (InputStream bytes = Objects.requireNonNull(Stylesheet.class.getResourceAsStream(NAME))) {
            String text = new String(bytes.readAllBytes(), UTF_8);
            return new Stylesheet(Sha256.of(text).substring(0, DIGITS), text);
        } catch (IOException failure) {
            throw new UncheckedIOException("the program has no style sheet inside", failure);
        }
    }
}
