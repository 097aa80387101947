package org.dossier.author;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dossier.problem.SurroundingsException;

/** A dossier that builds at once, with an invented example to change and throw away. */
public final class NewDossier {

    private static final String TEMPLATES = "new/";

    /**
     * A file of the new dossier.
     *
     * @param template its name among the templates, where a real {@code .gitignore} would hide the others from git
     */
    private record Part(String name, String template) {
        Part(String name) {
            this(name, name);
        }
    }

    private static final List<Part> PARTS = List.of(
            new Part("dossier.yaml"),
            new Part("README.md"),
            new Part(".gitignore", "gitignore.txt"),
            new Part("facts/harbour-gazette.yaml"),
            new Part("facts/watch-statement.yaml"),
            new Part("queries/denials.rq"),
            new Part("queries/standings.rq"),
            new Part("queries/who-uses-what.rq"),
            new Part("sources/harbour-gazette.md"),
            new Part("sources/watch-statement.txt"));

    private NewDossier() {}

    /** Whether a dossier may be put into a folder: it is empty, or not there yet. */
    public static boolean fitsInto(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + folder + ": " + failure.getMessage(), failure);
        }
    }

    /**
     * Writes the dossier.
     *
     * @return the names of its files, relative to the folder
     * @throws SurroundingsException when a file cannot be written
     */
    public static List<String> write(Path folder) {
        PARTS.forEach(part -> write(part, folder.resolve(part.name())));
        return PARTS.stream().map(Part::name).toList();
    }

    private static void write(Part part, Path file) {
        try (InputStream text =
                Objects.requireNonNull(NewDossier.class.getResourceAsStream(TEMPLATES + part.template()))) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.copy(text, file);
        } catch (IOException failure) {
            throw new SurroundingsException("cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }
}
