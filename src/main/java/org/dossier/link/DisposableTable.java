package org.dossier.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.problem.SurroundingsException;

/** Writes tables that may be thrown away: the old one stands until the new one is whole. */
final class DisposableTable {

    private DisposableTable() {}

    static String line(List<String> cells) {
        return cells.stream().map(Cell::written).collect(Collectors.joining("\t"));
    }

    /** @throws SurroundingsException when the file cannot be written */
    static void write(Path file, Stream<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, lines.collect(Collectors.joining("\n", "", "\n")), UTF_8);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new SurroundingsException("cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }
}
