package org.dossier.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.dossier.table.Batch;
import org.dossier.table.Column;
import org.dossier.table.Table;
import org.dossier.table.TableFile;
import org.dossier.table.UnreadableTableException;

/** Reads the entries of a target from its copy on this machine. */
public final class TargetFile {

    private final Target target;
    private final Path file;
    private final Problems problems;
    private final TargetEntries entries;

    private TargetFile(Target target, Path file, Problems problems) {
        this.target = target;
        this.file = file;
        this.problems = problems;
        this.entries = new TargetEntries(target);
    }

    /**
     * Reads all entries, in order of their ids. Several rows about one id make one entry.
     *
     * @param problems gets columns that are missing, and whatever keeps the file from being read
     * @throws SurroundingsException when the file is not there or cannot be read
     */
    public static List<Profile> read(Target target, Path file, Problems problems) {
        if (!Files.isReadable(file)) {
            throw new SurroundingsException("cannot read " + file + ", the file of the target '" + target.name() + "'"
                    + Optional.ofNullable(target.homepage())
                            .map(page -> "; get it from " + page)
                            .orElse(""));
        }
        TargetFile reading = new TargetFile(target, file, problems);
        try {
            if (target.select() == null) {
                reading.readTables();
            } else {
                RdfFile.read(file, target.select(), reading.entries::add, problems);
            }
        } catch (UnreadableTableException unreadable) {
            problems.add(unreadable.problem());
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + file + ": " + failure.getMessage(), failure);
        }
        return reading.entries.profiles();
    }

    private void readTables() throws IOException, UnreadableTableException {
        for (TableFile part : TableFile.at(file, target.layout())) {
            try (Table table = Table.open(part, target.layout(), bytes -> {}, problems)) {
                Optional<List<Column>> columns = columns(table, part.name());
                if (columns.isPresent()) {
                    read(table, columns.get());
                }
            }
        }
    }

    private Optional<List<Column>> columns(Table table, String name) {
        Map<String, Column> byHeader = new LinkedHashMap<>();
        table.header().columns().forEach(column -> byHeader.put(column.header(), column));
        List<Column> columns = new ArrayList<>();
        boolean isWhole = true;
        for (String header : headers()) {
            Column column = byHeader.get(header);
            if (column == null) {
                isWhole = false;
                problems.error(
                        Place.wholeFile(name),
                        "target-column",
                        "the file has no column '" + header + "', which " + Targets.FOLDER + "/" + target.name()
                                + ".yaml names",
                        DidYouMean.remedy(byHeader.keySet(), header, "it has " + String.join(", ", byHeader.keySet())));
            } else {
                columns.add(column);
            }
        }
        return isWhole ? Optional.of(columns) : Optional.empty();
    }

    /** Headers of all columns that are read. */
    private Set<String> headers() {
        Set<String> headers = new LinkedHashSet<>();
        headers.add(target.id().header());
        Stream.of(
                        target.names().stream().map(Target.NameColumn::column),
                        target.identifiers().values().stream(),
                        Stream.of(target.country(), target.place(), target.parents())
                                .flatMap(Stream::ofNullable))
                .flatMap(Function.identity())
                .forEach(column -> {
                    headers.add(column.header());
                    if (column.when() != null) {
                        headers.add(column.when().header());
                    }
                });
        headers.addAll(target.only().keySet());
        return headers;
    }

    private void read(Table table, List<Column> columns) throws IOException, UnreadableTableException {
        table.select(columns, List.of());
        Batch batch = new Batch(columns.size());
        while (table.fill(batch)) {
            for (int row = 0; row < batch.size(); row++) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    String cell = batch.cell(row, i);
                    if (cell != null) {
                        cells.put(columns.get(i).header(), cell);
                    }
                }
                entries.add(cells);
            }
        }
    }
}
