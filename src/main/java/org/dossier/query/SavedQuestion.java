package org.dossier.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.dossier.vocabulary.Concept;
import org.jspecify.annotations.Nullable;

/**
 * A question that the dossier keeps: one file of {@code queries/}.
 *
 * @param name the file's name without {@code .rq}
 * @param file its path, as problems name it
 * @param title the question in one sentence
 * @param description what a reader should know beside it, in paragraphs; may be empty
 * @param group the subject that it is listed under
 * @param units what the numbers of a column count, by the name of the column
 * @param text the whole file
 * @param query the same, parsed
 */
public record SavedQuestion(
        String name,
        String file,
        String title,
        List<String> description,
        String group,
        List<Parameter> parameters,
        @Nullable Chart chart,
        Map<String, Concept> units,
        String text,
        Query query) {

    public SavedQuestion {
        description = List.copyOf(description);
        parameters = List.copyOf(parameters);
        units = Map.copyOf(units);
    }

    /** The same question with another query, to be asked with the same values. */
    public SavedQuestion asking(Query other) {
        return new SavedQuestion(name, file, title, description, group, parameters, chart, units, text, other);
    }

    /** The parameter with this name, be it written as a variable or as an option. */
    public Optional<Parameter> parameter(String typed) {
        return parameters.stream()
                .filter(parameter ->
                        parameter.name().equals(typed) || parameter.optionName().equals(typed))
                .findFirst();
    }
}
