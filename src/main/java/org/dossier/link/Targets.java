package org.dossier.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dossier.facts.FileText;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;

/** The registers that a dossier can be linked with: the files of {@code links/targets}. */
public final class Targets {

    /** Where they are described, relative to the dossier's folder. */
    public static final String FOLDER = "links/targets";

    private static final String ENDING = ".yaml";

    private Targets() {}

    /** Names of all descriptions, in alphabetical order. */
    public static List<String> names(Path dossier) {
        Path folder = dossier.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new SurroundingsException("cannot list " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** The target of this name; nothing when it is not described, or not well enough. */
    public static Optional<Target> read(Path dossier, String name, Problems problems) {
        String path = FOLDER + "/" + name + ENDING;
        return Files.exists(dossier.resolve(path))
                ? TargetReader.read(name, FileText.read(dossier, path, problems), problems)
                : Optional.empty();
    }
}
