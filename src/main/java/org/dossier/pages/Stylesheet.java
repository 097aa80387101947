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
 * @param address such as {@code /static/3f2a…/dossier.css}
 */
public record Stylesheet(String address, String text) {

    private static final String NAME = "dossier.css";
    private static final int DIGITS = 12;

    private static final Stylesheet OF_THE_PROGRAM = read();

    /** The one inside the program. */
    public static Stylesheet ofTheProgram() {
        return OF_THE_PROGRAM;
    }

    private static Stylesheet read() {
        try (InputStream bytes = Objects.requireNonNull(Stylesheet.class.getResourceAsStream(NAME))) {
            String text = new String(bytes.readAllBytes(), UTF_8);
            return new Stylesheet("/static/" + Sha256.of(text).substring(0, DIGITS) + "/" + NAME, text);
        } catch (IOException failure) {
            throw new UncheckedIOException("the program has no style sheet inside", failure);
        }
    }
}
