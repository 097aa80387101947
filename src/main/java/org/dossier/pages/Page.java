package org.dossier.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * What stands at an address.
 *
 * @param type media type of the body, such as {@code text/html}
 */
public record Page(Outcome outcome, String type, ByteBuffer body) {

    /** From its beginning, whoever has read it before. */
    @Override
    public ByteBuffer body() {
        return body.duplicate();
    }

    static final String HTML = "text/html";

    /** Whether it is what was asked for. */
    public enum Outcome {
        FOUND,
        /** Something that was typed does not fit; the page says what. */
        REFUSED,
        /** There is nothing at the address; the page suggests what may have been meant. */
        NOT_FOUND,
        /** Too much is being asked at once, or the answer takes too long; another try may do. */
        BUSY
    }

    static Page text(Outcome outcome, String type, String text) {
        return new Page(outcome, type, UTF_8.encode(text));
    }

    static Page html(Outcome outcome, String html) {
        return text(outcome, HTML, html);
    }
}
