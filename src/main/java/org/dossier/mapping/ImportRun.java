package org.dossier.mapping;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.dossier.table.TableFile;
import org.dossier.table.UnreadableTableException;
import org.dossier.triples.IriScheme;
import org.dossier.triples.Names;
import org.jspecify.annotations.Nullable;

/**
 * Runs an import over files: for each a load unit as N-Triples, for all together {@code rejects.csv}, and a balance that
 * adds up.
 *
 * @param units of the files that could be converted, in the order given
 * @param rejects where the rejects are
 */
public record ImportRun(List<Unit> units, Path rejects) {

    /**
     * One file, converted.
     *
     * @param path that the load unit is known by, such as {@code imports/usaspending-awards/awards.csv}
     * @param file as it lies on this machine
     * @param triples the N-Triples that it gave
     */
    public record Unit(String path, TableFile file, Path triples, Balance balance) {

        /** Local name of the load unit's graph. */
        public String name() {
            return unitName(path);
        }
    }

    public ImportRun {
        units = List.copyOf(units);
    }

    /**
     * Converts files. A file that cannot be converted leaves nothing behind but its problems.
     *
     * @param outputFolder takes one {@code .nt} for each file, and {@code rejects.csv}; made when it is not there
     * @throws SurroundingsException when a file cannot be read, or nothing can be written
     */
    public static ImportRun run(
            ImportFolder folder, List<Path> files, ImportSettings settings, Path outputFolder, Problems problems) {
        Path rejectsFile = outputFolder.resolve("rejects.csv");
        try {
            Files.createDirectories(outputFolder);
            List<Unit> units = new ArrayList<>();
            try (Rejects rejects = new Rejects(Files.newBufferedWriter(rejectsFile))) {
                for (TableFile file : tables(files, folder, problems)) {
                    convert(folder, file, settings, outputFolder, rejects, problems)
                            .ifPresent(units::add);
                }
            }
            return new ImportRun(units, rejectsFile);
        } catch (UncheckedIOException failure) {
            throw surroundings(outputFolder, Objects.requireNonNull(failure.getCause()));
        } catch (IOException failure) {
            throw surroundings(outputFolder, failure);
        }
    }

    private static SurroundingsException surroundings(Path outputFolder, IOException failure) {
        return new SurroundingsException("cannot import into " + outputFolder + ": " + failure, failure);
    }

    /** The tables in all files; a load unit is called by the name of its file, so that two may not share one. */
    static List<TableFile> tables(List<Path> paths, ImportFolder folder, Problems problems) throws IOException {
        Map<String, TableFile> byUnit = new LinkedHashMap<>();
        for (Path path : paths) {
            for (TableFile table : tables(path, folder, problems)) {
                TableFile first = byUnit.putIfAbsent(unitName(unitPath(folder, table)), table);
                if (first != null && !first.equals(table)) {
                    problems.error(
                            Place.wholeFile(table.name()),
                            "same-name",
                            "'" + table.path() + "' and '" + first.path() + "' would both become the load unit '"
                                    + unitName(unitPath(folder, table)) + "'",
                            "give one of them another name");
                }
            }
        }
        return List.copyOf(byUnit.values());
    }

    private static List<TableFile> tables(Path path, ImportFolder folder, Problems problems) throws IOException {
        if (Files.isDirectory(path)) {
            throw new SurroundingsException("cannot read " + path + ": it is a folder; name the files in it");
        }
        if (!Files.isRegularFile(path)) {
            throw new SurroundingsException("cannot read " + path + ": there is no such file");
        }
        try {
            return TableFile.at(path, folder.source().layout());
        } catch (UnreadableTableException unreadable) {
            problems.add(unreadable.problem());
            return List.of();
        }
    }

    static String unitPath(ImportFolder folder, TableFile file) {
        return "imports/" + folder.name() + "/" + file.name();
    }

    private static String unitName(String path) {
        return Names.localName(IriScheme.loadUnit(path));
    }

    private static Optional<Unit> convert(
            ImportFolder folder,
            TableFile file,
            ImportSettings settings,
            Path outputFolder,
            Rejects rejects,
            Problems problems)
            throws IOException {
        String path = unitPath(folder, file);
        Path triples = outputFolder.resolve(unitName(path) + ".nt");
        return convert(folder, file, null, settings, triples, rejects, problems)
                .map(balance -> new Unit(path, file, triples, balance));
    }

    /**
     * Converts one file; either all of its triples are where they should be in the end, or nothing is.
     *
     * @param sha256 of the file, where it is known already
     */
    static Optional<Balance> convert(
            ImportFolder folder,
            TableFile file,
            @Nullable String sha256,
            ImportSettings settings,
            Path triples,
            Rejects rejects,
            Problems problems)
            throws IOException {
        Path unfinished = triples.resolveSibling(triples.getFileName() + ".tmp");
        Path temporary = Objects.requireNonNull(triples.toAbsolutePath().getParent());
        FileTime before = Files.getLastModifiedTime(file.path());
        try {
            Optional<Balance> balance;
            try (OutputStream stream = Files.newOutputStream(unfinished)) {
                balance = new Conversion(folder, file, sha256, settings, temporary, rejects::write, problems)
                        .write(stream);
            }
            if (balance.isPresent() && !hasChanged(file, before, problems)) {
                Files.move(unfinished, triples, StandardCopyOption.REPLACE_EXISTING);
                return balance;
            }
            return Optional.empty();
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static boolean hasChanged(TableFile file, FileTime before, Problems problems) throws IOException {
        if (Files.getLastModifiedTime(file.path()).equals(before)) {
            return false;
        }
        problems.error(
                Place.wholeFile(file.name()), "file-changed", "the file changed while it was read", "import it again");
        return true;
    }
}
