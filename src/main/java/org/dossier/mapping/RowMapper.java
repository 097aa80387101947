package org.dossier.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dossier.table.Batch;
import org.dossier.table.Column;
import org.dossier.table.ColumnName;
import org.dossier.table.Header;

/** Maps the rows of one table and accounts for each of them. */
final class RowMapper {

    private final String file;
    private final Header header;
    private final List<Column> read;
    private final int[] key;
    private final int[] required;
    private final Set<String> requiredNames = new HashSet<>();
    private final List<Templates> templates;
    private final CellReports reports;
    private final Row row;
    private final KnownRows knownRows;
    private final List<NameCheck> nameChecks = new ArrayList<>();
    private final Tally tally;
    private final RowSink sink;
    private final Consumer<Reject> rejects;
    private final Counts counts = new Counts();
    private final boolean keepsRepetitions;
    private boolean hasSolution;
    private long lineOfCutRow;

    /** How many rows came to which end. */
    static final class Counts {
        final SortedMap<String, Long> codes = new TreeMap<>();
        long read;
        long mapped;
        long rejected;
        long duplicates;
        long ignored;
        long cells;
        long otherNames;
    }

    RowMapper(
            String file,
            Header header,
            ColumnPlan plan,
            Mapping mapping,
            SourceDescription source,
            List<Templates> templates,
            Tally tally,
            Path temporary,
            RowSink sink,
            Consumer<Reject> rejects) {
        this.file = file;
        this.header = header;
        this.read = plan.read();
        this.key = plan.places(source.key());
        this.required = plan.places(source.required());
        source.required().forEach(column -> requiredNames.add(ColumnName.spell(column)));
        this.templates = templates;
        this.reports = mapping.reports();
        this.row = new Row(new Batch(0), plan.places(mapping), reports);
        this.knownRows = new KnownRows(key, temporary);
        source.names().forEach((keyColumn, nameColumn) -> addNameCheck(keyColumn, nameColumn, plan, temporary));
        this.keepsRepetitions = source.repetitions() != null;
        this.tally = tally;
        this.sink = sink;
        this.rejects = rejects;
    }

    private void addNameCheck(String keyColumn, String nameColumn, ColumnPlan plan, Path temporary) {
        int[] places = plan.places(List.of(keyColumn, nameColumn));
        if (places.length == 2) {
            nameChecks.add(new NameCheck(places[0], places[1], read.get(places[0]), read.get(places[1]), temporary));
        }
    }

    Counts counts() {
        return counts;
    }

    /** The line in which the last row begins, when it has fewer cells than the header, as in a file that is cut short. */
    OptionalLong lineOfCutEnd() {
        return lineOfCutRow > 0 ? OptionalLong.of(lineOfCutRow) : OptionalLong.empty();
    }

    /** @param most how many rows of the batch are wanted */
    void map(Batch batch, long most) {
        long end = Math.min(batch.size(), most);
        for (int at = 0; at < end; at++) {
            counts.read++;
            map(batch, at);
        }
    }

    private void map(Batch batch, int at) {
        reports.clear();
        tally.forget();
        row.moveTo(batch, at);
        if (keepsRepetitions) {
            noteRepetition(batch, at);
        }
        lineOfCutRow = batch.width(at) < header.columns().size() ? batch.line(at) : 0;
        if (batch.width(at) != header.columns().size()) {
            String reason = "the row has " + batch.width(at) + " cells, the header "
                    + header.columns().size();
            reject(batch, at, List.of(report(List.of(), "", reason, "wrong-width")));
            return;
        }
        List<CellReports.Report> gaps = gaps(batch, at);
        if (!gaps.isEmpty()) {
            reject(batch, at, gaps);
            return;
        }
        hasSolution = false;
        templates.forEach(this::run);
        if (!hasSolution) {
            sink.takeBack();
            counts.ignored++;
            return;
        }
        settle(batch, at);
    }

    private void noteRepetition(Batch batch, int at) {
        long times = knownRows.repetition(batch, at);
        row.setRepetition(times);
        if (times > 0) {
            String reason = "the same row stands further up";
            tell(batch, at, List.of(report(List.of(), "", reason, "repeated-row")), Reject.Outcome.NOTE);
        }
    }

    private void run(Templates query) {
        boolean[] isFirst = {true};
        query.program().solutions(row, () -> {
            if (isFirst[0]) {
                sink.solution(query.once(), row, tally);
                isFirst[0] = false;
                hasSolution = true;
            }
            sink.solution(query.each(), row, tally);
        });
    }

    /** The required cells that are empty. */
    private List<CellReports.Report> gaps(Batch batch, int at) {
        List<CellReports.Report> gaps = List.of();
        for (int place : required) {
            if (batch.isEmpty(at, place)) {
                gaps = new ArrayList<>(gaps);
                gaps.add(report(List.of(read.get(place).name()), "", "the cell is empty", "required-cell"));
            }
        }
        return gaps;
    }

    private static CellReports.Report report(List<String> columns, String value, String reason, String code) {
        return new CellReports.Report(columns, value, reason, code);
    }

    /** Decides about a row that the mapping has something to say of. */
    private void settle(Batch batch, int at) {
        if (!reports.isEmpty() && reports.list().stream().anyMatch(this::isOfRequiredCell)) {
            reject(batch, at, reports.list());
            return;
        }
        if (tally.isSilent()) {
            List<CellReports.Report> all = new ArrayList<>(reports.list());
            all.add(report(List.of(), "", "nothing of the row became a triple", "nothing-mapped"));
            reject(batch, at, all);
            return;
        }
        long known = keepsRepetitions ? KnownRows.NEW : knownRows.remember(batch, at);
        if (known == KnownRows.SAME) {
            sink.takeBack();
            counts.duplicates++;
        } else if (known == KnownRows.NEW) {
            accept(batch, at);
        } else {
            reject(batch, at, List.of(conflict(batch, at, known)));
        }
    }

    private boolean isOfRequiredCell(CellReports.Report report) {
        return !report.isRemark() && report.columns().stream().anyMatch(requiredNames::contains);
    }

    private CellReports.Report conflict(Batch batch, int at, long earlier) {
        List<String> names =
                IntStream.of(key).mapToObj(place -> read.get(place).name()).toList();
        List<String> values = IntStream.of(key)
                .mapToObj(place -> Optional.ofNullable(batch.cell(at, place)).orElse(""))
                .toList();
        return report(
                names,
                String.join(", ", values),
                "row " + earlier + " has the same key and says something else",
                "repeated-key");
    }

    private void accept(Batch batch, int at) {
        sink.accept(reports.isEmpty());
        tally.accept();
        counts.mapped++;
        counts.cells +=
                reports.list().stream().filter(report -> !report.isRemark()).count();
        tell(batch, at, reports.list(), Reject.Outcome.CELL);
        for (NameCheck check : nameChecks) {
            check.remark(file, batch, at).ifPresent(remark -> {
                counts.otherNames++;
                rejects.accept(remark);
            });
        }
    }

    private void reject(Batch batch, int at, List<CellReports.Report> reasons) {
        sink.takeBack();
        counts.rejected++;
        tell(batch, at, reasons, Reject.Outcome.ROW);
    }

    private void tell(Batch batch, int at, List<CellReports.Report> reasons, Reject.Outcome outcome) {
        for (CellReports.Report reason : reasons) {
            counts.codes.merge(reason.code(), 1L, Long::sum);
            rejects.accept(new Reject(
                    file,
                    batch.number(at),
                    batch.line(at),
                    headers(reason.columns()),
                    reason.value(),
                    reason.reason(),
                    reason.code(),
                    reason.isRemark() ? Reject.Outcome.NOTE : outcome));
        }
    }

    /** Names of variables as the headers that people see in the file. */
    private String headers(List<String> names) {
        return names.stream()
                .map(name -> header.named(name).map(Column::header).orElse(name))
                .collect(Collectors.joining(", "));
    }
}
