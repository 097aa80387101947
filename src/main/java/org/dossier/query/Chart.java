package org.dossier.query;

import java.util.List;
import java.util.stream.Stream;

/**
 * How an answer could be drawn.
 *
 * @param form {@code bar}, {@code line} or {@code timeline}
 * @param labels the columns that name what is drawn; the further ones tell apart what the first calls alike
 * @param amounts the columns that say how much of it, or when; several are drawn one beside the other
 */
public record Chart(String form, List<String> labels, List<String> amounts) {

    static final List<String> FORMS = List.of("bar", "line", "timeline");

    public Chart {
        labels = List.copyOf(labels);
        amounts = List.copyOf(amounts);
    }

    List<String> columns() {
        return Stream.concat(labels.stream(), amounts.stream()).toList();
    }
}
