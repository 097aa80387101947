package org.dossier.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.problem.Problem;
import org.dossier.query.Parameter;
import org.dossier.query.QueryRefusal;
import org.dossier.query.ResultFormat;
import org.dossier.query.ResultTable;
import org.dossier.query.SavedQuestion;
import org.dossier.triples.Names;
import org.jspecify.annotations.Nullable;

/**
 * A saved question: a form for its parameters, and its answer as a table.
 *
 * @param form fields of its parameters
 * @param problems what does not fit in what was typed
 * @param answer absent when something is still to be typed, or was refused
 * @param drawing the answer as its header wants it drawn; absent where it does not
 * @param formats the answer as files
 * @param sparql the editor with the query in it
 */
public record QuestionPage(
        String title,
        List<String> description,
        String group,
        String action,
        List<Field> form,
        List<String> problems,
        @Nullable AnswerTable answer,
        @Nullable Drawing drawing,
        String permalink,
        List<Frame.Form> formats,
        String sparql) {

    static final String FOLDER = "/q/";

    /** Whether the answer can be drawn. */
    public boolean isPicture() {
        return answer != null && answer.isPicture();
    }

    /** Whether names are found while somebody types. */
    public boolean isCompleted() {
        return form.stream().anyMatch(field -> !field.completion().isEmpty());
    }

    public QuestionPage {
        description = List.copyOf(description);
        form = List.copyOf(form);
        problems = List.copyOf(problems);
        formats = List.copyOf(formats);
    }

    /** A question with the page that asks it. */
    static Named named(SavedQuestion question) {
        return Named.inside(
                question.title(), Address.of(FOLDER + question.name()).href());
    }

    /** What was typed, by the names of the parameters; what was left empty takes its default. */
    static Map<String, String> typed(SavedQuestion question, Address address) {
        Map<String, String> typed = new HashMap<>();
        for (Parameter parameter : question.parameters()) {
            address.parameter(parameter.optionName())
                    .or(() -> address.parameter(parameter.name()))
                    .ifPresent(value -> typed.put(parameter.name(), value));
        }
        return typed;
    }

    /** Whether something must be typed that was not. */
    static boolean isOpen(SavedQuestion question, Map<String, String> typed) {
        return question.parameters().stream()
                .anyMatch(parameter -> parameter.isRequired() && !typed.containsKey(parameter.name()));
    }

    static QuestionPage unasked(SavedQuestion question, Address address, Edition edition, Catalogue catalogue) {
        return of(question, address, List.of(), null, null, edition, catalogue);
    }

    static QuestionPage refused(
            SavedQuestion question, Address address, QueryRefusal refusal, Edition edition, Catalogue catalogue) {
        List<String> problems =
                refusal.problems().stream().map(Problem::sentence).toList();
        return of(question, address, problems, null, null, edition, catalogue);
    }

    static QuestionPage answered(
            SavedQuestion question, Address address, ResultTable table, Edition edition, Catalogue catalogue) {
        AnswerTable answer = AnswerTable.of(table, question.units(), address, catalogue);
        Drawing drawing = Drawing.of(question, table, catalogue);
        return of(question, address, List.of(), answer, drawing, edition, catalogue);
    }

    private static QuestionPage of(
            SavedQuestion question,
            Address address,
            List<String> problems,
            @Nullable AnswerTable answer,
            @Nullable Drawing drawing,
            Edition edition,
            Catalogue catalogue) {
        Fields fields = new Fields(edition, catalogue);
        return new QuestionPage(
                question.title(),
                question.description(),
                question.group(),
                Address.of(FOLDER + question.name()).href(),
                question.parameters().stream()
                        .map(parameter -> fields.of(parameter, typed(question, address)))
                        .toList(),
                problems,
                answer,
                drawing,
                address.href(),
                formats(question, address),
                "/sparql?query=" + Address.encoded(withPrefixes(question, edition)));
    }

    /** The query as anyone can run it: its own text, behind the prefixes that it does not declare. */
    static String withPrefixes(SavedQuestion question, Edition edition) {
        StringBuilder missing = new StringBuilder();
        Names.prefixes(edition.manifest().base()).forEach((prefix, iri) -> {
            if (question.text().contains(prefix + ":")
                    && !question.text().matches("(?is).*prefix\\s+" + prefix + ":.*")) {
                missing.append("PREFIX ")
                        .append(prefix)
                        .append(": <")
                        .append(iri)
                        .append(">\n");
            }
        });
        return missing + question.text();
    }

    static final List<ResultFormat> FORMATS =
            List.of(ResultFormat.CSV, ResultFormat.TSV, ResultFormat.JSON, ResultFormat.MD, ResultFormat.TTL);

    private static final Map<ResultFormat, String> TYPES = Map.of(
            ResultFormat.CSV, "text/csv",
            ResultFormat.TSV, "text/tab-separated-values",
            ResultFormat.JSON, "application/sparql-results+json",
            ResultFormat.MD, "text/markdown",
            ResultFormat.TTL, "text/turtle");

    static String type(ResultFormat format) {
        return TYPES.getOrDefault(format, "text/plain");
    }

    private static String name(ResultFormat format) {
        return switch (format) {
            case MD -> "Markdown";
            case TTL -> "Turtle";
            default -> format.name();
        };
    }

    private static List<Frame.Form> formats(SavedQuestion question, Address address) {
        List<Frame.Form> forms = new ArrayList<>();
        Address plain = address.with(Paging.PARAMETER, "").with(AnswerTable.SORT, "");
        for (ResultFormat format : FORMATS) {
            if (format != ResultFormat.TTL || AnswerTriples.isThere(question)) {
                String path = FOLDER + question.name() + "." + format;
                forms.add(new Frame.Form(
                        name(format), type(format), plain.at(path).href()));
            }
        }
        return forms;
    }
}
