package org.dossier.bench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dossier.problem.Problems;
import org.dossier.table.Batch;
import org.dossier.table.Format;
import org.dossier.table.Layout;
import org.dossier.table.Table;
import org.dossier.table.TableFile;
import org.dossier.table.UnreadableTableException;

/** The readers of CSV, TSV and JSON; the first letter of an input says which of them. */
final class TableTarget implements Target {

    private static final List<Format> FORMATS = List.of(Format.values());

    private final Path folder;

    TableTarget(Path folder) {
        this.folder = folder;
    }

    @Override
    public String take(byte[] input) throws IOException {
        Format format = FORMATS.get(input.length == 0 ? 0 : Math.floorMod(input[0] - 'a', FORMATS.size()));
        byte[] bytes = input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
        Path file = folder.resolve("input." + format);
        Files.write(file, bytes);
        Problems problems = new Problems();
        try (Table table = Table.open(new TableFile(file, null), Layout.UNSTATED, read -> {}, problems)) {
            readToTheEnd(table, bytes.length);
        } catch (UnreadableTableException refusal) {
            problems.add(refusal.problem());
        }
        return Promises.areKept(problems, bytes);
    }

    private static void readToTheEnd(Table table, int length) throws IOException, UnreadableTableException {
        int columns = table.header().columns().size();
        table.select(table.header().columns(), List.of());
        Batch batch = new Batch(columns);
        long rows = 0;
        long last = 0;
        while (table.fill(batch)) {
            for (int row = 0; row < batch.size(); row++) {
                Promises.require(batch.number(row) > last, "row " + batch.number(row) + " behind row " + last);
                last = batch.number(row);
                for (int column = 0; column < columns; column++) {
                    batch.cell(row, column);
                }
            }
            rows += batch.size();
            Promises.require(rows <= length + 1L, rows + " rows of " + length + " bytes");
        }
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (Format format : FORMATS) {
            String first = Character.toString('a' + FORMATS.indexOf(format));
            Targets.filesBelow(Path.of("imports"), "sample." + format)
                    .forEach(bytes -> seeds.add(
                            Targets.bytes(first + new String(bytes, java.nio.charset.StandardCharsets.UTF_8))));
        }
        seeds.add(Targets.bytes("bname\tsum\n\"a \"\"b\"\"\"\t1.50\r\nc\t\n"));
        seeds.add(Targets.bytes(
                "d{\"name\": \"a\", \"sums\": [1, 2.5e3, null], \"of\": {\"x\": true}}\n{\"name\": \"b\"}\n"));
        return seeds;
    }
}
