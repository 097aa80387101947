package org.dossier.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.vocabulary.Concept;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * What the comments at the top of a question's file say: its title first, then lines such as {@code group: Storage} and
 * {@code param agency: Agency = ice -- the agency asked about}; every other line is description.
 */
final class QuestionHeader {

    static final String CODE = "question-header";

    private static final List<String> KEYS = List.of("group", "param", "chart", "unit");

    private static final Pattern KEYED = Pattern.compile("(param|(?:group|chart|unit)(?=\\s*:))\\b(.*)");
    private static final Pattern NEARLY_KEYED = Pattern.compile("([A-Za-z]+)(\\s+\\w+)?\\s*:.*");
    private static final Pattern GROUP = Pattern.compile("\\s*:\\s*(\\S.*)");
    private static final Pattern CHART = Pattern.compile("\\s*:\\s*(\\w+)\\s+(\\w+(?:,\\w+)*)((?:\\s+\\w+)+)");
    private static final Pattern UNIT = Pattern.compile("\\s*:\\s*(\\w+(?:\\s+\\w+)*)\\s*=\\s*(\\S.*)");
    private static final Pattern PARAMETER =
            Pattern.compile("\\s+(\\w+)\\s*:\\s*([^=]*?)\\s*(?:=\\s*(.*?)\\s*)?(?:\\s--(?:\\s+(.*))?)?");

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private final String file;
    private final Vocabulary vocabulary;
    private final Problems problems;

    private @Nullable String title;
    private @Nullable String group;
    private @Nullable Chart chart;
    private Place chartPlace;
    private final List<String> description = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<String, Concept> units = new TreeMap<>();
    private final Map<String, Place> unitPlaces = new TreeMap<>();
    private boolean isParagraphOpen;

    private QuestionHeader(String file, Vocabulary vocabulary, Problems problems) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.chartPlace = Place.wholeFile(file);
    }

    /** Reads the comments in front of the first line that is none. */
    static QuestionHeader of(String file, String text, Vocabulary vocabulary, Problems problems) {
        QuestionHeader header = new QuestionHeader(file, vocabulary, problems);
        List<String> lines =
                text.lines().takeWhile(line -> line.startsWith("#")).toList();
        for (int i = 0; i < lines.size(); i++) {
            header.line(i + 1, lines.get(i));
        }
        if (header.title == null) {
            problems.error(
                    new Place(file, 1, 1),
                    CODE,
                    "the file does not open with its question",
                    "write it in one sentence as the first line: # Which firms supply an agency?");
        }
        return header;
    }

    String title() {
        return title == null ? "" : title;
    }

    String group() {
        return group == null ? "Other" : group;
    }

    List<String> description() {
        return description;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    Optional<Chart> chart() {
        return Optional.ofNullable(chart);
    }

    Place chartPlace() {
        return chartPlace;
    }

    Map<String, Concept> units() {
        return units;
    }

    /** Reports units of what is no column of the answer. */
    void checkUnits(List<String> columns, Problems found) {
        unitPlaces.forEach((column, place) -> {
            if (!columns.contains(column)) {
                found.error(
                        place,
                        CODE,
                        "the unit is for '" + column + "', which is no column of the answer",
                        "its columns are " + String.join(", ", columns));
            }
        });
    }

    private void line(int number, String line) {
        int start = 1;
        while (start < line.length() && " \t#".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        String content = line.substring(start).strip();
        Place place = new Place(file, number, start + 1);
        Matcher keyed = KEYED.matcher(content);
        if (content.isEmpty()) {
            isParagraphOpen = false;
        } else if (title == null) {
            title = content;
        } else if (keyed.matches()) {
            keyed(keyed.group(1), keyed.group(2), place, place.right(keyed.start(2)));
        } else {
            description(content, place);
        }
    }

    private void description(String content, Place place) {
        Matcher nearly = NEARLY_KEYED.matcher(content);
        if (nearly.matches()) {
            DidYouMean.among(KEYS, nearly.group(1))
                    .ifPresent(key -> error(
                            place, "'" + nearly.group(1) + "' is no key of a header", "did you mean '" + key + "'?"));
        }
        if (isParagraphOpen) {
            int last = description.size() - 1;
            description.set(last, description.get(last) + " " + content);
        } else {
            description.add(content);
        }
        isParagraphOpen = true;
    }

    private void keyed(String key, String rest, Place keyPlace, Place restPlace) {
        isParagraphOpen = false;
        switch (key) {
            case "group" -> group(rest, keyPlace);
            case "param" -> parameter(rest, keyPlace, restPlace);
            case "chart" -> chart(rest, keyPlace);
            case "unit" -> unit(rest, keyPlace);
            default -> throw new AssertionError(key);
        }
    }

    private void group(String rest, Place place) {
        Matcher words = GROUP.matcher(rest);
        if (!words.matches()) {
            error(place, "'group' names no subject", "write for example: # group: Storage");
        } else if (group != null) {
            error(place, "the question has two groups, '" + group + "' and '" + words.group(1) + "'", "keep one");
        } else {
            group = words.group(1);
        }
    }

    private void chart(String rest, Place place) {
        Matcher words = CHART.matcher(rest);
        chartPlace = place;
        if (!words.matches()) {
            error(place, "'chart' needs a form and columns", "write for example: # chart: bar firm amount");
        } else if (!Chart.FORMS.contains(words.group(1))) {
            error(
                    place,
                    "there is no chart '" + words.group(1) + "'",
                    DidYouMean.remedy(Chart.FORMS, words.group(1), "there are " + String.join(", ", Chart.FORMS)));
        } else {
            List<String> amounts = List.of(words.group(3).strip().split("\\s+", -1));
            chart = new Chart(words.group(1), List.of(words.group(2).split(",", -1)), amounts);
        }
    }

    private void unit(String rest, Place place) {
        Matcher words = UNIT.matcher(rest);
        if (!words.matches()) {
            error(place, "'unit' needs columns and a unit", "write for example: # unit: obligated = USD");
            return;
        }
        unitNamed(words.group(2).strip(), place).ifPresent(unit -> {
            for (String column : words.group(1).split("\\s+", -1)) {
                units.put(column, unit);
                unitPlaces.put(column, place);
            }
        });
    }

    /** By its name, its label, or what people write for it in amounts. */
    private Optional<Concept> unitNamed(String typed, Place place) {
        List<Concept> known = vocabulary.conceptsOf("unit");
        Optional<Concept> unit = known.stream()
                .filter(concept -> concept.name().equals(typed)
                        || concept.label().equals(typed)
                        || concept.notations().contains(typed))
                .findFirst();
        if (unit.isEmpty()) {
            List<String> names = known.stream().map(Concept::name).sorted().toList();
            String remedy = DidYouMean.remedy(names, typed, "there are " + String.join(", ", names));
            error(place, "there is no unit '" + typed + "'", remedy);
        }
        return unit;
    }

    private void parameter(String rest, Place linePlace, Place restPlace) {
        Matcher parts = PARAMETER.matcher(rest);
        if (!parts.matches() || parts.group(2).isEmpty() || "".equals(parts.group(3))) {
            error(
                    linePlace,
                    "the parameter '" + rest.strip() + "' is not understood",
                    "write for example: # param agency: Agency = ice -- the agency asked about");
            return;
        }
        Place namePlace = restPlace.right(parts.start(1));
        Optional<ParameterType> type = type(parts.group(2), restPlace.right(parts.start(2)));
        if (isGoodName(parts.group(1), namePlace) && type.isPresent()) {
            String words = parts.group(4) == null ? "" : parts.group(4);
            parameters.add(new Parameter(parts.group(1), type.get(), parts.group(3), words, namePlace));
        }
    }

    private Optional<ParameterType> type(String words, Place place) {
        Optional<ParameterType> type = ParameterType.named(words, vocabulary);
        if (type.isEmpty()) {
            List<String> known = ParameterType.names(vocabulary).toList();
            error(
                    place,
                    "no value can be a '" + words + "'",
                    DidYouMean.remedy(known, words, "a parameter is " + ParameterType.FORMS));
        }
        return type;
    }

    private boolean isGoodName(String name, Place place) {
        if (!VARIABLE.matcher(name).matches()) {
            error(place, "'" + name + "' cannot be the name of a parameter", "use letters and digits, a letter first");
            return false;
        }
        if (Parameter.RESERVED.contains(name)) {
            error(place, "'" + name + "' cannot be the name of a parameter: --" + name + " is an option", "rename it");
            return false;
        }
        if (parameters.stream().anyMatch(parameter -> parameter.name().equals(name))) {
            error(place, "the parameter '" + name + "' is described twice", "keep one line");
            return false;
        }
        return true;
    }

    private void error(Place place, String message, String remedy) {
        problems.error(place, CODE, message, remedy);
    }
}
