package org.dossier.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cases that are folders: each holds the few files that make it what it shows, put over a small dossier that all of
 * them share.
 */
final class CaseFolders {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path SHARED = RESOURCES.resolve("town");

    /** With {@code -Ddossier.golden=rewrite} the expected results are rewritten. */
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("dossier.golden"));

    private CaseFolders() {}

    /** The folders of one sort of cases, in order of their names. */
    static List<Path> in(String sort) {
        try (Stream<Path> folders = Files.list(RESOURCES.resolve(sort))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Makes a case a whole dossier. */
    static Path dossier(Path caseFolder, Path target) throws IOException {
        copy(SHARED, target);
        copy(caseFolder, target);
        return target;
    }

    /** What a file of a case says should come out. */
    static String expected(Path golden, String found) throws IOException {
        if (REWRITE) {
            Files.writeString(golden, found + "\n");
        }
        return Files.readString(golden).strip();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
