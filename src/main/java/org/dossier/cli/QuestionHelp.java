package org.dossier.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dossier.query.Parameter;
import org.dossier.query.SavedQuestion;

/** Says which questions there are, and what each of them takes. */
final class QuestionHelp {

    private static final int MARGIN = 2;

    private QuestionHelp() {}

    /** The questions under the headings of their groups. */
    static List<String> list(List<SavedQuestion> questions) {
        int names = questions.stream()
                .mapToInt(question -> question.name().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        String group = "";
        for (SavedQuestion question : questions) {
            if (!question.group().equals(group)) {
                group = question.group();
                lines.addAll(lines.isEmpty() ? List.of(group) : List.of("", group));
            }
            lines.add("  " + padded(question.name(), names + MARGIN) + question.title());
        }
        return lines;
    }

    /** One question with its parameters. */
    static List<String> of(SavedQuestion question) {
        List<String> lines = new ArrayList<>();
        lines.add(question.title());
        question.description().forEach(paragraph -> lines.addAll(List.of("", paragraph)));
        lines.addAll(List.of("", "Usage: dossier query " + question.name() + usage(question)));
        int names = question.parameters().stream()
                .mapToInt(parameter -> parameter.optionName().length())
                .max()
                .orElse(0);
        question.parameters()
                .forEach(parameter ->
                        lines.add("  --" + padded(parameter.optionName(), names + MARGIN) + describe(parameter)));
        return lines;
    }

    private static String usage(SavedQuestion question) {
        return question.parameters().stream()
                .map(parameter -> parameter.isRequired() ? " " + option(parameter) : " [" + option(parameter) + "]")
                .collect(Collectors.joining());
    }

    private static String option(Parameter parameter) {
        return "--" + parameter.optionName() + " VALUE";
    }

    private static String describe(Parameter parameter) {
        String words = parameter.description().isEmpty() ? "" : parameter.description() + "; ";
        String otherwise = parameter.isRequired() ? "must be given" : "otherwise " + parameter.byDefault();
        return words + parameter.type().words() + ", " + otherwise;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
