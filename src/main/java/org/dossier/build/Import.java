package org.dossier.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dossier.facts.DossierSettings;
import org.dossier.mapping.DossierImports;
import org.dossier.mapping.DossierImports.Imported;
import org.dossier.mapping.ImportSettings;
import org.dossier.mapping.UnitStore;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.triples.Ontology;

/** Takes files of open data into a dossier. */
public final class Import {

    private Import() {}

    /**
     * What an import came to.
     *
     * @param imported nothing when the import itself has mistakes
     */
    public record Outcome(Optional<Imported> imported, List<Problem> problems) {}

    /**
     * Converts files through the mapping of an import, and registers those that have no mistakes.
     *
     * @throws org.dossier.problem.SurroundingsException when a file cannot be read, or nothing can be written
     */
    public static Outcome run(Path dossier, String name, List<Path> files, ImportSettings settings) {
        return run(dossier, name, files, settings, converted(dossier));
    }

    /** Converts files only to see what would become of them; nothing is left but their rejects. */
    public static Outcome attempt(Path dossier, String name, List<Path> files, ImportSettings settings) {
        try (TemporaryFolder scratch = TemporaryFolder.create()) {
            return run(dossier, name, files, settings, scratch.path());
        }
    }

    private static Outcome run(Path dossier, String name, List<Path> files, ImportSettings settings, Path scratch) {
        Problems problems = new Problems();
        DossierImports imports = imports(
                dossier,
                DossierSettings.read(dossier, problems).base(),
                Ontology.of(dossier, problems),
                converted(dossier),
                scratch,
                problems);
        Optional<Imported> imported = problems.hasErrors()
                ? Optional.empty()
                : imports.named(name).map(folder -> imports.add(folder, files, settings));
        return new Outcome(imported, problems.list());
    }

    /** Whether files have been imported before, and not been written to since. */
    public static boolean isTaken(Path dossier, String name, List<Path> files) {
        return DossierImports.isTaken(dossier, converted(dossier), name, files);
    }

    /** The names of the imports of a dossier. */
    public static List<String> names(Path dossier) {
        return DossierImports.names(dossier);
    }

    /**
     * The imports of a dossier.
     *
     * @param converted where units are that were made before
     * @param scratch where new ones are put
     */
    static DossierImports imports(
            Path dossier, String base, Ontology ontology, Path converted, Path scratch, Problems problems) {
        UnitStore store = new UnitStore(converted, scratch, ontology.digestOfTerms());
        return new DossierImports(dossier, base, ontology.vocabulary(), store, converted, problems);
    }

    /** Where a dossier keeps what its files were converted to. */
    static Path converted(Path dossier) {
        return dossier.resolve("build").resolve("imports");
    }
}
