package org.dossier.evidence;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.dossier.claim.Source;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;

/** Finds and reads the texts of sources in one or several folders; where two have a file, the first one counts. */
public final class SourceTexts {

    private final Path dossier;
    private final List<Path> folders;

    /** @param folders in order; {@code sources} below the dossier is the usual one */
    public SourceTexts(Path dossier, List<Path> folders) {
        this.dossier = dossier.toAbsolutePath().normalize();
        this.folders = List.copyOf(folders);
    }

    /** The texts below {@code sources/} of a dossier. */
    public static SourceTexts of(Path dossier) {
        return new SourceTexts(dossier, List.of(dossier.resolve("sources")));
    }

    /** What looking for the text of a source came to. */
    public sealed interface Lookup {

        /** The text is here. */
        record Held(SourceText text) implements Lookup {}

        /**
         * There is no such text here.
         *
         * @param why such as <i>sources/a.txt is not there</i>
         * @param remedy what to do about it
         */
        record Missing(String why, String remedy) implements Lookup {}

        /** There is a file, but its words cannot be read; the problem has been told. */
        record Unreadable() implements Lookup {}
    }

    /**
     * Looks for the text of a source and reads it.
     *
     * @throws SurroundingsException when the file is there, but the disk does not hand it out
     */
    public Lookup lookUp(Source source, Problems problems) {
        String name = source.textFile();
        Place place = place(source);
        if (name == null) {
            return new Lookup.Missing("source '" + source.id() + "' names no text", "add 'text file'");
        }
        if (leadsOutside(name)) {
            problems.error(
                    place,
                    "text-outside",
                    "'" + name + "' leads out of the folder of sources",
                    "name a file below it, such as 'article.txt'");
            return new Lookup.Unreadable();
        }
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> read(file, place, problems))
                .orElseGet(() -> new Lookup.Missing(missing(name), "put the text there"));
    }

    /** Where facts name the text of a source, or define the source. */
    static Place place(Source source) {
        return Objects.requireNonNullElse(source.textFilePlace(), source.place());
    }

    private String missing(String name) {
        return folders.size() == 1
                ? shown(folders.get(0).resolve(name)) + " is not there"
                : "'" + name + "' is in none of "
                        + folders.stream().map(this::shown).collect(joining(", "));
    }

    /** Whether a name is no path below a folder; also one that this system has no files for. */
    private static boolean leadsOutside(String name) {
        try {
            Path path = Path.of(name).normalize();
            return path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty();
        } catch (InvalidPathException noPath) {
            return true;
        }
    }

    private Lookup read(Path file, Place place, Problems problems) {
        return SourceReader.read(file, shown(file), place, problems)
                .<Lookup>map(Lookup.Held::new)
                .orElseGet(Lookup.Unreadable::new);
    }

    /** The path from the dossier, or the whole path of a file elsewhere. */
    private String shown(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path path = whole.startsWith(dossier) ? dossier.relativize(whole) : whole;
        return path.toString().replace('\\', '/');
    }
}
