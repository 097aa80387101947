package org.dossier.mapping;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.dossier.problem.SurroundingsException;
import org.dossier.table.TableFile;
import org.jspecify.annotations.Nullable;

/**
 * {@code build/imports/places.tsv}: where the files of imports lie on this machine, and the SHA-256 that each had, so that
 * a file which has not been touched since is not read again.
 */
final class FilePlaces {

    private static final String FILE = "places.tsv";
    private static final int CELLS = 6;

    private final Path file;
    private final SortedMap<String, Known> known = new TreeMap<>();
    private boolean hasChanged;

    /**
     * A file as it was when it was last read.
     *
     * @param modified when it was last written to, as the disk told
     */
    private record Known(TableFile table, long bytes, String modified, String sha256) {

        boolean isOf(TableFile other) throws IOException {
            return table.equals(other) && bytes == Files.size(other.path()) && modified.equals(modified(other));
        }

        static String modified(TableFile table) throws IOException {
            return Files.getLastModifiedTime(table.path()).toString();
        }
    }

    private FilePlaces(Path file) {
        this.file = file;
    }

    /** @param folder the dossier's {@code build/imports/} */
    static FilePlaces in(Path folder) {
        FilePlaces places = new FilePlaces(folder.resolve(FILE));
        try {
            if (Files.isRegularFile(places.file)) {
                Files.readAllLines(places.file).forEach(places::read);
            }
            return places;
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + places.file + ": " + failure.getMessage(), failure);
        }
    }

    /** A line that this program did not write is as good as none: the file is looked for, or read, again. */
    private void read(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length == CELLS && cells[3].matches("[0-9]{1,18}")) {
            @Nullable String member = cells[2].isEmpty() ? null : cells[2];
            known.put(
                    cells[0],
                    new Known(new TableFile(Path.of(cells[1]), member), Long.parseLong(cells[3]), cells[4], cells[5]));
        }
    }

    private static String key(String importName, String name) {
        return importName + "/" + name;
    }

    /** The file by this name, where it lay last, if there is one still. */
    Optional<TableFile> of(String importName, String name) {
        return Optional.ofNullable(known.get(key(importName, name)))
                .map(Known::table)
                .filter(table -> Files.isRegularFile(table.path()));
    }

    /** SHA-256 of a file, which is remembered together with its place. */
    String sha256(String importName, TableFile table) {
        try {
            TableFile absolute = new TableFile(table.path().toAbsolutePath().normalize(), table.member());
            String key = key(importName, table.name());
            @Nullable Known before = known.get(key);
            if (before != null && before.isOf(absolute)) {
                return before.sha256();
            }
            String modified = Known.modified(absolute);
            String sha256 = digest(absolute);
            known.put(key, new Known(absolute, Files.size(absolute.path()), modified, sha256));
            hasChanged = true;
            return sha256;
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + table.path() + ": " + failure.getMessage(), failure);
        }
    }

    /** A member that cannot be unpacked is told by its zip; what is wrong with it is found when it is read. */
    private static String digest(TableFile table) throws IOException {
        try {
            return table.sha256();
        } catch (ZipException | EOFException damaged) {
            return new TableFile(table.path(), null).sha256();
        }
    }

    /** Whether a file, or each member of it, is among those registered, and has not been written to since. */
    boolean isUntouched(Path path, List<RegisteredFile> registered) {
        Path absolute = path.toAbsolutePath().normalize();
        List<RegisteredFile> here = registered.stream()
                .filter(file -> of(file.importName(), file.name())
                        .filter(table -> table.path().equals(absolute))
                        .isPresent())
                .toList();
        return !here.isEmpty() && here.stream().allMatch(this::isUntouched);
    }

    private boolean isUntouched(RegisteredFile file) {
        @Nullable Known place = known.get(key(file.importName(), file.name()));
        return place != null && place.sha256().equals(file.sha256()) && isSame(place);
    }

    /** What is remembered, and of each file whether it is still so. */
    String state() {
        StringBuilder state = new StringBuilder();
        known.forEach((key, file) -> state.append(key)
                .append(' ')
                .append(file)
                .append(' ')
                .append(isSame(file))
                .append('\n'));
        return state.toString();
    }

    private static boolean isSame(Known file) {
        try {
            return Files.isRegularFile(file.table().path()) && file.isOf(file.table());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Every file in these folders and below, in the order of the folders and of the paths. */
    static List<Path> below(List<Path> folders) {
        return folders.stream().flatMap(folder -> below(folder).stream()).toList();
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new SurroundingsException("cannot search " + folder + ": " + failure, failure);
        }
    }

    /** Those of some files that have a name, which may have a member of a zip behind an exclamation mark. */
    static Stream<TableFile> named(String name, List<Path> files) {
        int mark = name.indexOf('!');
        String fileName = mark < 0 ? name : name.substring(0, mark);
        @Nullable String member = mark < 0 ? null : name.substring(mark + 1);
        return files.stream().filter(file -> file.endsWith(fileName)).map(file -> new TableFile(file, member));
    }

    /** Writes what is new; the file holds paths of this machine and is not for git. */
    void save() {
        if (!hasChanged) {
            return;
        }
        List<String> lines = known.entrySet().stream()
                .map(entry -> String.join(
                        "\t",
                        entry.getKey(),
                        entry.getValue().table().path().toString(),
                        String.valueOf(entry.getValue().table().member()).replaceFirst("^null$", ""),
                        Long.toString(entry.getValue().bytes()),
                        entry.getValue().modified(),
                        entry.getValue().sha256()))
                .toList();
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(FILE + ".next");
            Files.write(next, lines);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            hasChanged = false;
        } catch (IOException failure) {
            throw new SurroundingsException("cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }
}
