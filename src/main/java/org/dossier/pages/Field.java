package org.dossier.pages;

import java.util.List;

/**
 * One entry of a form.
 *
 * @param name as the address says it
 * @param label what people read
 * @param hint what may be typed
 * @param value what was typed
 * @param placeholder what is taken when nothing is typed; may be empty
 * @param choices what can be chosen; with {@code isClosed} nothing else can
 * @param completion where more choices are found while somebody types; empty when there are none
 */
public record Field(
        String name,
        String label,
        String hint,
        String value,
        String placeholder,
        List<Choice> choices,
        boolean isClosed,
        boolean isRequired,
        String completion) {

    public Field {
        choices = List.copyOf(choices);
    }

    /** What is sent, and what is read. */
    public record Choice(String value, String label) {}
}
