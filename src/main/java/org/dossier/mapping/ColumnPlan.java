package org.dossier.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.table.Column;
import org.dossier.table.ColumnName;
import org.dossier.table.Header;

/** Which columns of a table are read, and for what: the meeting of a mapping, a description and a header. */
final class ColumnPlan {

    private static final int MOST_CHARS_SHOWN = 60;

    private final Header header;
    private final SourceDescription source;
    private final String file;
    private final Map<Column, Integer> places = new LinkedHashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();

    private ColumnPlan(Header header, SourceDescription source, String file) {
        this.header = header;
        this.source = source;
        this.file = file;
    }

    /** @param problems gets columns that are needed and missing, and columns that are read although they are ignored */
    static ColumnPlan of(Mapping mapping, SourceDescription source, Header header, String file, Problems problems) {
        ColumnPlan plan = new ColumnPlan(header, source, file);
        Problems gaps = new Problems();
        mapping.columns()
                .forEach(column -> plan.need(column.name(), "the mapping reads (" + column.place() + ")", gaps));
        source.key().forEach(column -> plan.need(ColumnName.spell(column), "'key' names", gaps));
        source.required().forEach(column -> plan.need(ColumnName.spell(column), "'required' names", gaps));
        source.names().forEach((key, name) -> {
            plan.need(ColumnName.spell(key), "'names' names", gaps);
            plan.need(ColumnName.spell(name), "'names' names", gaps);
        });
        if (plan.places.isEmpty() && gaps.list().size() > 1) {
            problems.add(plan.otherLayout());
        } else {
            problems.addAll(gaps.list());
        }
        plan.checkRead(problems);
        plan.checkRepetition(problems);
        plan.checkListed(mapping, problems);
        return plan;
    }

    private void need(String name, String who, Problems problems) {
        if (isRepetition(name)) {
            return;
        }
        Optional<Column> column = header.named(name);
        if (column.isPresent()) {
            places.putIfAbsent(column.get(), places.size());
        } else if (missing.add(name) && !isOptional(name)) {
            String shown = ColumnName.header(name);
            List<String> headers = header.columns().stream().map(Column::header).toList();
            problems.error(
                    new Place(file, 1, 0),
                    "missing-column",
                    "no column '" + shown + "', which " + who,
                    DidYouMean.remedy(
                            headers,
                            shown,
                            "if it has another name in this file, list that under 'renamed' in source.yaml; if some files"
                                    + " lack it, list it under 'optional'"));
        }
    }

    private Problem otherLayout() {
        String wanted = missing.stream()
                .filter(name -> !isOptional(name))
                .map(ColumnName::header)
                .collect(Collectors.joining("', '"));
        String first = header.columns().get(0).shown();
        return Problem.error(
                new Place(file, 1, 0),
                "missing-column",
                "none of the columns that the mapping reads is there; the header begins with '"
                        + first.substring(0, Math.min(first.length(), MOST_CHARS_SHOWN)) + "'",
                "this is another file, or it has other delimiters; wanted are '" + wanted + "'");
    }

    private boolean isRepetition(String name) {
        return source.repetitions() != null
                && ColumnName.spell(source.repetitions()).equals(name);
    }

    private boolean isOptional(String name) {
        return source.optional().stream().map(ColumnName::spell).anyMatch(name::equals);
    }

    private void checkRead(Problems problems) {
        for (Column column : places.keySet()) {
            if (source.ignores(column.header())) {
                problems.error(
                        new Place(file, 1, 0),
                        "read-and-ignored",
                        "the column '" + column.shown() + "' is read although 'ignored' in source.yaml covers it",
                        "take it out of the mapping or out of 'ignored'");
            }
        }
    }

    private void checkRepetition(Problems problems) {
        if (source.repetitions() != null) {
            header.named(ColumnName.spell(source.repetitions()))
                    .ifPresent(column -> problems.error(
                            new Place(file, 1, 0),
                            "repeated-header",
                            "the file has a column '" + column.shown()
                                    + "', which 'repetitions' in source.yaml makes up",
                            "give that another name"));
        }
    }

    private void checkListed(Mapping mapping, Problems problems) {
        for (String name : mapping.listedNames()) {
            header.named(name)
                    .ifPresent(
                            column -> problems.error(
                                    new Place(file, 1, 0),
                                    "values-over-column",
                                    "VALUES of " + mapping.file() + " lists ?" + name + ", which is also the column '"
                                            + column.header() + "'",
                                    "VALUES does not look at the row: use fn:lookup or FILTER, or give the variable another name"));
        }
    }

    /** The columns that are read; a batch numbers them in this order. */
    List<Column> read() {
        return List.copyOf(places.keySet());
    }

    /** The columns that nobody reads or ignores. */
    List<Column> unknown() {
        List<Column> unknown = new ArrayList<>(header.columns());
        unknown.removeIf(column -> places.containsKey(column) || source.ignores(column.header()));
        return unknown;
    }

    /** Headers of the optional columns that the table lacks. */
    List<String> missing() {
        return missing.stream().map(ColumnName::header).toList();
    }

    /** Where the columns of the mapping stand in a batch, as {@link Row} wants to know it. */
    int[] places(Mapping mapping) {
        return mapping.columns().stream()
                .mapToInt(column -> place(column.name()))
                .toArray();
    }

    /** Where these columns stand in a batch, without those that are not in it. */
    int[] places(List<String> headers) {
        return headers.stream()
                .mapToInt(name -> place(ColumnName.spell(name)))
                .filter(place -> place >= 0)
                .toArray();
    }

    private int place(String name) {
        return isRepetition(name)
                ? Row.REPETITION
                : header.named(name).map(places::get).orElse(Row.MISSING);
    }
}
