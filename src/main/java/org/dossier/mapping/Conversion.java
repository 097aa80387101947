package org.dossier.mapping;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.jena.graph.Triple;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.table.Column;
import org.dossier.table.Table;
import org.dossier.table.TableFile;
import org.dossier.table.UnreadableTableException;
import org.dossier.triples.Names;
import org.jspecify.annotations.Nullable;

/** Converts one file: its rows to triples, its mistakes to problems and rejects, and all of it to a balance. */
public final class Conversion {

    private final ImportFolder folder;
    private final TableFile file;
    private final ImportSettings settings;
    private final Path temporary;
    private final Consumer<Reject> rejects;
    private final Problems problems;
    private final @Nullable String sha256;
    private final AtomicLong bytesRead = new AtomicLong();

    /**
     * @param temporary folder for temporary files, should memory not do
     * @param rejects told each row that is left out and each cell that could not be read, in the order of the file
     * @param problems gets what stops the conversion, and what should be looked at
     */
    public Conversion(
            ImportFolder folder,
            TableFile file,
            ImportSettings settings,
            Path temporary,
            Consumer<Reject> rejects,
            Problems problems) {
        this(folder, file, null, settings, temporary, rejects, problems);
    }

    /** @param sha256 of the file, where it is known already */
    Conversion(
            ImportFolder folder,
            TableFile file,
            @Nullable String sha256,
            ImportSettings settings,
            Path temporary,
            Consumer<Reject> rejects,
            Problems problems) {
        this.sha256 = sha256;
        this.folder = folder;
        this.file = file;
        this.settings = settings;
        this.temporary = temporary;
        this.rejects = rejects;
        this.problems = problems;
    }

    /**
     * Writes the triples as N-Triples, the description of the source first, then row by row.
     *
     * @return nothing when the file cannot be converted; the stream may then have got part of it
     */
    public Optional<Balance> write(OutputStream stream) throws IOException {
        return run(new RowSink.ToBytes(stream), triple -> write(triple, stream));
    }

    private static void write(Triple triple, OutputStream stream) {
        Bytes line = new Bytes();
        line.put(Nodes.bytes(triple.getSubject()));
        line.put(' ');
        line.put(Nodes.bytes(triple.getPredicate()));
        line.put(' ');
        line.put(Nodes.bytes(triple.getObject()));
        line.put(Template.END);
        try {
            stream.write(line.array(), 0, line.length());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Hands the triples on, without writing them.
     *
     * @return nothing when the file cannot be converted; the target may then have got part of it
     */
    public Optional<Balance> make(Consumer<Triple> target) throws IOException {
        return run(new RowSink.ToTriples(target), target);
    }

    private Optional<Balance> run(RowSink sink, Consumer<Triple> description) throws IOException {
        Problems own = new Problems();
        @Nullable Balance balance = null;
        String digest = sha256 == null ? file.sha256() : sha256;
        try (Table table = Table.open(file, folder.source().layout(), bytesRead::addAndGet, own)) {
            Mapping mapping = folder.mapping();
            ColumnPlan plan = ColumnPlan.of(mapping, folder.source(), table.header(), file.name(), own);
            if (!own.hasErrors()) {
                UnitDescription unit = new UnitDescription(folder, file.name(), digest);
                unit.triples(settings, hasRecords(mapping)).forEach(description);
                balance = convert(table, mapping, plan, unit, sink, digest, own);
                new BalanceCheck(folder.source(), settings, own).check(balance);
            }
        } catch (UnreadableTableException unreadable) {
            own.add(unreadable.problem());
        }
        problems.addAll(own.list());
        return Optional.ofNullable(balance);
    }

    private boolean hasRecords(Mapping mapping) {
        return mapping.classes().anyMatch(type -> folder.vocabulary().isA(Names.localName(type), "Record"));
    }

    private Balance convert(
            Table table,
            Mapping mapping,
            ColumnPlan plan,
            UnitDescription unit,
            RowSink sink,
            String digest,
            Problems own)
            throws IOException, UnreadableTableException {
        table.select(plan.read(), plan.unknown());
        Tally tally = new Tally(temporary);
        List<Templates> templates = Templates.of(mapping, folder, unit, settings, tally);
        RowMapper mapper = new RowMapper(
                file.name(),
                table.header(),
                plan,
                mapping,
                folder.source(),
                templates,
                tally,
                temporary,
                sink,
                rejects);
        long bytes = file.size();
        RowMapper.Counts counts = mapper.counts();
        new Pipeline(table, plan.read().size(), batch -> {
                    mapper.map(batch, settings.sample() - counts.read);
                    sink.flush();
                    requireFewRejects(counts.rejected);
                    settings.progress().at(counts.read, bytesRead.get(), bytes);
                    return counts.read < settings.sample();
                })
                .run(settings.threads());
        if (settings.isWhole()) {
            mapper.lineOfCutEnd().ifPresent(line -> own.add(cutShort(line)));
        }
        return balance(counts, tally, table, plan, digest);
    }

    private Problem cutShort(long line) {
        return Problem.warning(
                new Place(file.name(), Math.toIntExact(line), 0),
                "cut-short",
                "the last row has fewer cells than the header: the file may be cut short",
                "compare its length with that of the original, or set 'expect' in source.yaml");
    }

    private void requireFewRejects(long rejected) throws UnreadableTableException {
        if (rejected > settings.mostRejects()) {
            throw new UnreadableTableException(settings.tooManyRejects(file.name()));
        }
    }

    private Balance balance(RowMapper.Counts counts, Tally tally, Table table, ColumnPlan plan, String digest) {
        return new Balance(
                file.name(),
                digest,
                counts.read,
                counts.mapped,
                counts.rejected,
                counts.duplicates,
                counts.ignored,
                tally.triples(),
                tally.thingsByClass(),
                tally.signs(),
                counts.cells,
                counts.otherNames,
                counts.codes,
                headers(plan, column -> table.filled().contains(column.index())),
                headers(plan, column -> !table.filled().contains(column.index())),
                plan.missing(),
                settings.isWhole() ? asExpected(counts.read, tally.thingsByClass()) : List.of());
    }

    private List<String> asExpected(long rows, Map<String, Long> things) {
        List<String> kept = new ArrayList<>();
        folder.source().expected().forEach((what, expected) -> {
            if (expected.holds(what.equals(SourceDescription.ROWS) ? rows : things.getOrDefault(what, 0L))) {
                kept.add(what + " " + expected);
            }
        });
        return kept;
    }

    private static List<String> headers(ColumnPlan plan, Predicate<Column> which) {
        return plan.unknown().stream().filter(which).map(Column::shown).toList();
    }
}
