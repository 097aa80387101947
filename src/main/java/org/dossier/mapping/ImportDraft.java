package org.dossier.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.dossier.table.Column;
import org.dossier.table.Header;
import org.dossier.table.Layout;
import org.dossier.table.Table;
import org.dossier.table.TableFile;
import org.dossier.table.UnreadableTableException;

/**
 * A first mapping for a file: it runs as it is, loses nothing, and says little. Each row is an event under its first
 * column, and every other cell a remark on it; whoever knows what the columns mean goes on from there.
 */
public final class ImportDraft {

    private ImportDraft() {}

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
            Files.createDirectories(folder);
            List<Path> written = new ArrayList<>();
            write(folder.resolve("mapping.rq"), mapping(name, table.header()), written);
            write(folder.resolve("source.yaml"), source(file, table.header()), written);
            return written;
        } catch (UnreadableTableException unreadable) {
            problems.add(unreadable.problem());
            return List.of();
        } catch (IOException failure) {
            throw new SurroundingsException(
                    "cannot write a mapping of " + file + " in " + folder + ": " + failure, failure);
        }
    }

    private static TableFile first(Path file) throws IOException, UnreadableTableException {
        return TableFile.at(file, Layout.UNSTATED).get(0);
    }

    private static void write(Path file, String text, List<Path> written) throws IOException {
        if (!Files.exists(file)) {
            written.add(Files.writeString(file, text));
        }
    }

    private static String mapping(String name, Header header) {
        List<Column> columns = header.columns();
        StringBuilder template = new StringBuilder();
        StringBuilder where = new StringBuilder();
        for (Column column : columns.subList(1, columns.size())) {
            template.append(" ;\n    skos:note ?note").append(column.index());
            where.append("  BIND(CONCAT(\"")
                    .append(column.shown().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append(": \", ?")
                    .append(column.name())
                    .append(") AS ?note")
                    .append(column.index())
                    .append(")\n");
        }
        return """
                # What the rows of %1$s say: each is an event, called by its first column, with the other cells as remarks.
                # Go on from here: which class of ontology/dossier.ttl is it, which of its properties does a column give?
                # docs/mapping.md lists the functions that read numbers, dates, lists and codes.
                PREFIX dossier: <https://w3id.org/dossier/ns#>
                PREFIX fn: <https://w3id.org/dossier/fn/>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

                CONSTRUCT {
                  ?record a dossier:Event ;
                    rdfs:label ?%2$s%3$s .
                } WHERE {
                  BIND(fn:id("%1$s", ?%2$s) AS ?record)
                %4$s}
                """.formatted(name, columns.get(0).name(), template, where);
    }

    private static String source(Path file, Header header) {
        String first = header.columns()
                .get(0)
                .header()
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n");
        return """
                title: %s
                # publisher: who compiled it
                # homepage: https://…, where it can be had
                # licence: https://…, on which terms
                # date: 2025-07-04
                # The columns that together tell a row from all others, and those without which a row is worth nothing.
                key: ["%s"]
                required: ["%s"]
                # ignored:
                #   "why they are left out": [column, other_*]
                expect:
                  rows: at least 1
                """.formatted(file.getFileName(), first, first);
    }
}
