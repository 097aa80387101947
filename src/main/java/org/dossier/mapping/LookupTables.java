package org.dossier.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dossier.claim.EntityId;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.table.Batch;
import org.dossier.table.Column;
import org.dossier.table.Format;
import org.dossier.table.Layout;
import org.dossier.table.Table;
import org.dossier.table.TableFile;
import org.dossier.table.UnreadableTableException;
import org.dossier.triples.Names;
import org.jspecify.annotations.Nullable;

/**
 * The tables that {@code fn:lookup} looks into. Each is a CSV file with the columns {@code key} and, as what stands
 * beside it is meant, {@code value}, {@code id} or {@code kind}; further columns are remarks.
 */
final class LookupTables {

    private static final Layout LAYOUT =
            new Layout(Format.CSV, StandardCharsets.UTF_8, null, null, null, Set.of(), Map.of());

    private final NavigableMap<String, LookupTable> byName = new TreeMap<>();

    private LookupTables() {}

    /**
     * Reads all tables of some folders; where two have one name, that of the earlier folder counts.
     *
     * @param names what messages call each file
     * @throws UncheckedIOException when a file cannot be read
     */
    static LookupTables in(List<Path> folders, String base, Function<Path, String> names, Problems problems) {
        LookupTables tables = new LookupTables();
        for (Path folder : folders) {
            csvFiles(folder).forEach(file -> {
                String name = String.valueOf(file.getFileName()).replaceFirst("\\.csv$", "");
                if (tables.named(name).isEmpty()) {
                    tables.byName.put(name, new Reading(file, name, base, names.apply(file), problems).table());
                }
            });
        }
        return tables;
    }

    /** Changes when a table of these folders does. */
    static String digest(List<Path> folders) {
        StringBuilder digests = new StringBuilder();
        for (Path folder : folders) {
            for (Path file : csvFiles(folder)) {
                digests.append(file.getFileName())
                        .append(' ')
                        .append(digest(file))
                        .append('\n');
            }
        }
        return digests.toString();
    }

    private static String digest(Path file) {
        try {
            return new TableFile(file, null).sha256();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    private static List<Path> csvFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + folder, failure);
        }
    }

    Optional<LookupTable> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Set<String> names() {
        return byName.navigableKeySet();
    }

    /** Reads one file. */
    private record Reading(Path file, String name, String base, String shownName, Problems problems) {

        LookupTable table() {
            try (Table table = Table.open(new TableFile(file, null), LAYOUT, bytes -> {}, problems)) {
                Optional<Column> key = table.header().named("key");
                Optional<Column> value = Stream.of("value", "id", "kind")
                        .flatMap(column -> table.header().named(column).stream())
                        .findFirst();
                if (key.isEmpty() || value.isEmpty()) {
                    report(1, "a table has the columns 'key' and 'value', 'id' or 'kind'");
                    return new LookupTable(name, Type.TEXT, Map.of());
                }
                table.select(List.of(key.get(), value.get()), List.of());
                return read(table, value.get().name());
            } catch (UnreadableTableException unreadable) {
                problems.add(unreadable.problem());
                return new LookupTable(name, Type.TEXT, Map.of());
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot read " + file, failure);
            }
        }

        private LookupTable read(Table table, String meaning) throws IOException, UnreadableTableException {
            Map<String, String> values = new HashMap<>();
            Batch batch = new Batch(2);
            while (table.fill(batch)) {
                for (int row = 0; row < batch.size(); row++) {
                    add(batch.cell(row, 0), batch.cell(row, 1), meaning, (int) batch.line(row), values);
                }
            }
            return new LookupTable(name, meaning.equals("value") ? Type.TEXT : Type.IRI, values);
        }

        private void add(
                @Nullable String key, @Nullable String value, String meaning, int line, Map<String, String> values) {
            if (key == null || value == null) {
                report(line, "a row needs both cells");
                return;
            }
            if (!meaning.equals("value") && !EntityId.canBeGiven(value)) {
                report(line, "'" + value + "' is no id: small letters, digits and hyphens");
                return;
            }
            if (values.putIfAbsent(key, prefix(meaning) + value) != null) {
                report(line, "the key '" + key + "' is listed twice");
            }
        }

        private String prefix(String meaning) {
            return switch (meaning) {
                case "id" -> base;
                case "kind" -> Names.KINDS;
                default -> "";
            };
        }

        private void report(int line, String message) {
            problems.error(new Place(shownName, line, 0), "lookup-table", message, "");
        }
    }
}
