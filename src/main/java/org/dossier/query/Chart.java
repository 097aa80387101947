package org.dossier.query;

import java.util.List;

/**
 * How an answer could be drawn.
 *
 * @param form {@code bar}, {@code line} or {@code timeline}
 * @param columns the columns that it is drawn from: what is shown, then how much of it or when
 */
public record Chart(String form, List<String> columns) {

    static final List<String> FORMS = List.of("bar", "line", "timeline");

    public Chart {
        columns = List.copyOf(columns);
    }
}
