package org.dossier.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dossier.facts.FileText;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;

/** {@code imports/NAME/files.tsv}: which files an import was given, wherever they lie. It is kept in git. */
final class FileList {

    static final String FILE = "files.tsv";

    private static final String HEADER = "file\tsha256\trows";

    private FileList() {}

    /** The files of an import, in the order of the list; lines that cannot be understood are reported and left out. */
    static List<RegisteredFile> read(Path dossier, String importName, Problems problems) {
        String path = path(importName);
        if (!Files.isRegularFile(dossier.resolve(path))) {
            return List.of();
        }
        return new Reading(importName, FileText.read(dossier, path, problems), problems).files();
    }

    private static String path(String importName) {
        return ImportFolder.FOLDER + "/" + importName + "/" + FILE;
    }

    private record Reading(String importName, FileText text, Problems problems) {

        List<RegisteredFile> files() {
            if (!text.line(1).equals(HEADER)) {
                report(1, 1, "'" + text.line(1) + "' is no header", "the columns are file, sha256 and rows, by tabs");
                return List.of();
            }
            List<RegisteredFile> files = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (int line = 2; line <= text.lines().size(); line++) {
                if (!text.line(line).isEmpty()) {
                    add(line, names, files);
                }
            }
            return files;
        }

        private void add(int line, Set<String> names, List<RegisteredFile> files) {
            String[] cells = text.line(line).split("\t", -1);
            if (cells.length != 3 || cells[0].isEmpty()) {
                report(line, 1, "'" + text.line(line) + "' has not the three cells file, sha256 and rows", "");
            } else if (!cells[1].matches("[0-9a-f]{64}")) {
                report(line, cells[0].length() + 2, "'" + cells[1] + "' is no SHA-256", "it has 64 hexadecimal digits");
            } else if (!cells[2].matches("[0-9]{1,18}")) {
                int column = cells[0].length() + cells[1].length() + 3;
                report(line, column, "'" + cells[2] + "' is no number of rows", "it has digits only");
            } else if (!names.add(cells[0])) {
                report(line, 1, "'" + cells[0] + "' is listed twice", "keep the line that is right");
            } else {
                Place place = new Place(text.path(), line, 1);
                files.add(new RegisteredFile(importName, cells[0], cells[1], Long.parseLong(cells[2]), place));
            }
        }

        private void report(int line, int column, String message, String remedy) {
            problems.error(new Place(text.path(), line, column), "files-list", message, remedy);
        }
    }

    /** Writes the list whole or not at all, in the order of the names. */
    static void write(Path dossier, String importName, List<RegisteredFile> files) {
        Path file = dossier.resolve(path(importName));
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        files.stream()
                .sorted(Comparator.comparing(RegisteredFile::name))
                .forEach(each -> text.append(each.name())
                        .append('\t')
                        .append(each.sha256())
                        .append('\t')
                        .append(each.rows())
                        .append('\n'));
        try {
            Path next = file.resolveSibling(FILE + ".next");
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new SurroundingsException("cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }
}
