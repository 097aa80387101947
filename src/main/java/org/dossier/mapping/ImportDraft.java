package org.dossier.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.dossier.table.Batch;
import org.dossier.table.Layout;
import org.dossier.table.Table;
import org.dossier.table.TableFile;
import org.dossier.table.UnreadableTableException;

/**
 * A first mapping for a file: it runs as it is, loses no row, and says little. Each row is an event, called by a column that
 * tells rows apart where there is one, and every other cell is a remark on it; whoever knows what the columns mean goes on
 * from there.
 */
public final class ImportDraft {

    /** Further down a file is rarely of another kind. */
    private static final int ROWS_LOOKED_AT = 100_000;

    private static final Pattern PRIVATE =
            Pattern.compile("(?i).*(e-?mail|phone|telephone|fax|highly_compensated_officer).*");

    private static final String KEYLESS = """
            # No single column tells the rows apart; columns that do together can be listed here, and in fn:id of the mapping:
            # key: [one, other]
            """;

    private final String name;
    private final Path file;
    private final List<ColumnTraits> columns;

    private ImportDraft(String name, Path file, List<ColumnTraits> columns) {
        this.name = name;
        this.file = file;
        this.columns = columns;
    }

    /**
     * Writes {@code imports/NAME/mapping.rq} and {@code source.yaml}; files that are there are left as they are.
     *
     * @param problems gets what is wrong with the file; then nothing is written
     * @return the files that were written
     * @throws SurroundingsException when the file cannot be read or nothing can be written
     */
    public static List<Path> write(Path dossier, String name, Path file, Problems problems) {
        Path folder = dossier.resolve("imports").resolve(name);
        try (Table table = Table.open(first(file), Layout.UNSTATED, bytes -> {}, problems)) {
            if (problems.hasErrors()) {
                return List.of();
            }
            ImportDraft draft = new ImportDraft(name, file, traits(table));
            Files.createDirectories(folder);
            List<Path> written = new ArrayList<>();
            write(folder.resolve("mapping.rq"), draft.mapping(), written);
            write(folder.resolve("source.yaml"), draft.source(), written);
            return written;
        } catch (UnreadableTableException unreadable) {
            problems.add(unreadable.problem());
            return List.of();
        } catch (IOException failure) {
            throw new SurroundingsException(
                    "cannot write a mapping of " + file + " in " + folder + ": " + failure, failure);
        }
    }

    private static List<ColumnTraits> traits(Table table) throws IOException, UnreadableTableException {
        List<ColumnTraits> traits =
                table.header().columns().stream().map(ColumnTraits::new).toList();
        table.select(table.header().columns(), List.of());
        Batch batch = new Batch(traits.size());
        long rows = 0;
        while (rows < ROWS_LOOKED_AT && table.fill(batch)) {
            for (int row = 0; row < batch.size(); row++) {
                for (int place = 0; place < traits.size(); place++) {
                    traits.get(place).take(batch, row, place);
                }
            }
            rows += batch.size();
        }
        return traits;
    }

    private static TableFile first(Path file) throws IOException, UnreadableTableException {
        return TableFile.at(file, Layout.UNSTATED).get(0);
    }

    private static void write(Path file, String text, List<Path> written) throws IOException {
        if (!Files.exists(file)) {
            written.add(Files.writeString(file, text));
        }
    }

    /** The column that tells a row from all others. */
    private Optional<ColumnTraits> key() {
        return columns.stream().filter(ColumnTraits::isKey).findFirst();
    }

    /** The first column that says of every row when it was. */
    private Optional<ColumnTraits> day() {
        return columns.stream().filter(column -> column.pattern().isPresent()).findFirst();
    }

    private List<ColumnTraits> read() {
        return columns.stream()
                .filter(column -> !column.isEmpty() && !isPrivate(column))
                .toList();
    }

    private static boolean isPrivate(ColumnTraits column) {
        return PRIVATE.matcher(column.column().header()).matches();
    }

    private String mapping() {
        List<ColumnTraits> read = read();
        StringBuilder template = new StringBuilder();
        StringBuilder where = new StringBuilder();
        String thing = free("record");
        where.append("  BIND(%s AS %s)%n".formatted(id(read), thing));
        day().ifPresent(day -> {
            template.append(" ;\n    dossier:date ").append(free("day"));
            where.append("  BIND(fn:date(%s, \"%s\") AS %s)%n"
                    .formatted(variable(day), day.pattern().orElseThrow(), free("day")));
        });
        for (ColumnTraits column : read.stream()
                .filter(column -> key().filter(column::equals).isEmpty())
                .toList()) {
            String note = free("note" + column.column().index());
            template.append(" ;\n    skos:note ").append(note);
            where.append("  BIND(CONCAT(\"%s: \", %s) AS %s)%n"
                    .formatted(quoted(column.column().shown()), variable(column), note));
        }
        return """
                # What the rows of %1$s say: each is an event, and its cells are remarks on it.
                # Go on from here: which class of ontology/dossier.ttl is it, which of its properties does a column give?
                # docs/mapping.md lists the functions that read numbers, dates, lists and codes.
                PREFIX dossier: <https://w3id.org/dossier/ns#>
                PREFIX fn: <https://w3id.org/dossier/fn/>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

                CONSTRUCT {
                  %5$s a dossier:Event ;
                    rdfs:label %2$s%3$s .
                } WHERE {
                %4$s}
                """.formatted(name, label(read), template, where, thing);
    }

    /** A variable that is no column. */
    private String free(String wanted) {
        String name = wanted;
        while (columns.stream().map(column -> column.column().name()).anyMatch(name::equals)) {
            name += "New";
        }
        return "?" + name;
    }

    /** By the key; where there is none, by all that is read, so that no row is lost, and the same row twice is one. */
    private String id(List<ColumnTraits> read) {
        return key().map(key -> "fn:id(\"%s\", %s)".formatted(name, variable(key)))
                .orElseGet(() -> "fn:id(\"%s\", fn:digest(%s))"
                        .formatted(
                                name, read.stream().map(ImportDraft::variable).collect(Collectors.joining(", "))));
    }

    private String label(List<ColumnTraits> read) {
        return key().or(() -> read.stream()
                        .filter(ColumnTraits::isFilled)
                        .max(Comparator.comparingInt(ColumnTraits::variety)))
                .or(() -> columns.stream().findFirst())
                .map(ImportDraft::variable)
                .orElseThrow();
    }

    private static String variable(ColumnTraits column) {
        return "?" + column.column().name();
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private String source() {
        return """
                title: %s
                # Who made it decides how its records stand: official-data where a public body publishes its own records.
                kind: curated-dataset
                # publisher: who compiled it
                # homepage: https://…, where it can be had
                # licence: https://…, on which terms
                # date: 2025-07-04
                %s%sexpect:
                  rows: at least 1
                """.formatted(
                        title(), key().map(key -> keyOf(key.column().header())).orElse(KEYLESS), ignored());
    }

    private String title() {
        String name = file.getFileName().toString();
        int end = name.indexOf('.');
        return end > 0 ? name.substring(0, end) : name;
    }

    private static String keyOf(String header) {
        return """
                # The columns that together tell a row from all others, and those without which a row is worth nothing.
                key: ["%1$s"]
                required: ["%1$s"]
                """.formatted(quoted(header));
    }

    private String ignored() {
        String empty = headers(columns.stream().filter(column -> column.isEmpty() && !isPrivate(column)));
        String kept = headers(columns.stream().filter(ImportDraft::isPrivate));
        String lines = (empty.isEmpty() ? "" : "  \"empty in the file that this was drafted from\": [" + empty + "]\n")
                + (kept.isEmpty() ? "" : "  \"leads to people; load it only with a reason\": [" + kept + "]\n");
        return lines.isEmpty() ? "" : "ignored:\n" + lines;
    }

    private static String headers(Stream<ColumnTraits> columns) {
        return columns.map(column -> '"' + quoted(column.column().header()) + '"')
                .collect(Collectors.joining(", "));
    }
}
