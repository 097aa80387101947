package org.dossier.mapping;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.dossier.table.TableFile;
import org.dossier.triples.Sha256;

/**
 * Keeps what files were converted to, so that none is converted twice: {@code build/imports/NAME/HASH.nt} and beside it
 * the balance and the rejects. The hash covers the file, the import, the terms of the ontology and the version of the
 * program's mapping.
 */
public final class UnitStore {

    /** Goes up whenever the same file and mapping give other triples than before. */
    private static final int VERSION = 2;

    private static final String TRIPLES = ".nt";
    private static final String REJECTS = ".rejects.csv";
    private static final int DIGITS = 32;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Path scratch;
    private final String terms;

    /**
     * @param folder where units are looked for
     * @param scratch where new ones are put; the same, or another for somebody who must leave no trace
     * @param terms digest of the terms that mappings may use
     */
    public UnitStore(Path folder, Path scratch, String terms) {
        this.folder = folder;
        this.scratch = scratch;
        this.terms = terms;
    }

    /** Whether what is converted stays. */
    boolean isKept() {
        return scratch.equals(folder);
    }

    /**
     * What is kept beside the triples.
     *
     * @param bytes length of the triples, by which a file that was cut short is known
     */
    private record Stored(String path, long bytes, Balance balance, List<Problem> problems) {}

    private String hash(ImportFolder imports, String name, String sha256) {
        String identity = String.join("\n", Integer.toString(VERSION), imports.fingerprint(), terms, name, sha256);
        return Sha256.of(identity).substring(0, DIGITS);
    }

    /** The unit of a file, when it was converted before and nothing has changed since. */
    Optional<ConvertedUnit> find(ImportFolder imports, String name, String sha256) {
        return find(folder.resolve(imports.name()).resolve(hash(imports, name, sha256) + ".json"));
    }

    /** Where the rejects of a file are, if it was converted or at least tried. */
    Path rejects(ImportFolder imports, String name, String sha256) {
        String rejects = hash(imports, name, sha256) + REJECTS;
        Path tried = scratch.resolve(imports.name()).resolve(rejects);
        return Files.exists(tried) ? tried : folder.resolve(imports.name()).resolve(rejects);
    }

    /** The unit of a file by an earlier state of its import. */
    Optional<ConvertedUnit> findEarlier(ImportFolder imports, String name, String sha256) {
        return stored(folder.resolve(imports.name())).stream()
                .flatMap(file -> find(file).stream())
                .filter(unit -> unit.balance().file().equals(name)
                        && unit.balance().sha256().equals(sha256))
                .findFirst();
    }

    private static List<Path> stored(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            List<Path> sorted = new ArrayList<>();
            files.forEach(sorted::add);
            sorted.sort(null);
            return sorted;
        } catch (IOException failure) {
            throw cannot("read", folder, failure);
        }
    }

    private static Optional<ConvertedUnit> find(Path file) {
        Path triples = beside(file, TRIPLES);
        try {
            if (!Files.isRegularFile(file) || !Files.isRegularFile(triples)) {
                return Optional.empty();
            }
            Stored stored = JSON.readValue(file.toFile(), Stored.class);
            return Files.size(triples) == stored.bytes()
                    ? Optional.of(unit(stored, file, stored.problems()))
                    : Optional.empty();
        } catch (IOException unreadable) {
            // What cannot be read is converted again.
            return Optional.empty();
        }
    }

    private static ConvertedUnit unit(Stored stored, Path file, List<Problem> problems) {
        return new ConvertedUnit(
                stored.path(), beside(file, TRIPLES), beside(file, REJECTS), stored.balance(), problems);
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.json$", ending));
    }

    /**
     * Converts a file, in place of what the same file was converted to before.
     *
     * @param problems gets what stops it, and what should be looked at
     * @return nothing when there is an error among these
     * @throws SurroundingsException when the file cannot be read, or nothing can be written
     */
    Optional<ConvertedUnit> convert(
            ImportFolder imports, TableFile file, String sha256, ImportSettings settings, Problems problems) {
        Path target = scratch.resolve(imports.name());
        Path json = target.resolve(hash(imports, file.name(), sha256) + ".json");
        Problems own = new Problems();
        try {
            Files.createDirectories(target);
            Optional<Balance> balance;
            try (Rejects rejects = new Rejects(Files.newBufferedWriter(beside(json, REJECTS)))) {
                balance = ImportRun.convert(imports, file, sha256, settings, beside(json, TRIPLES), rejects, own);
            }
            problems.addAll(own.list());
            if (balance.isEmpty() || own.hasErrors()) {
                Files.deleteIfExists(beside(json, TRIPLES));
                return Optional.empty();
            }
            return Optional.of(keep(imports, file, balance.get(), own.list(), json));
        } catch (UncheckedIOException failure) {
            throw cannot("import into", target, Objects.requireNonNull(failure.getCause()));
        } catch (IOException failure) {
            throw cannot("import into", target, failure);
        }
    }

    private ConvertedUnit keep(ImportFolder imports, TableFile file, Balance balance, List<Problem> problems, Path json)
            throws IOException {
        Stored stored =
                new Stored(ImportRun.unitPath(imports, file), Files.size(beside(json, TRIPLES)), balance, problems);
        Path next = beside(json, ".json.next");
        JSON.writeValue(next.toFile(), stored);
        Files.move(next, json, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        removeOthers(json, file.name());
        return unit(stored, json, problems);
    }

    private static void removeOthers(Path kept, String name) throws IOException {
        for (Path json : stored(Objects.requireNonNull(kept.getParent()))) {
            if (!json.equals(kept)
                    && find(json)
                            .map(unit -> unit.balance().file().equals(name))
                            .orElse(true)) {
                Files.deleteIfExists(json);
                Files.deleteIfExists(beside(json, TRIPLES));
                Files.deleteIfExists(beside(json, REJECTS));
            }
        }
    }

    private static SurroundingsException cannot(String what, Path folder, IOException failure) {
        return new SurroundingsException("cannot " + what + " " + folder + ": " + failure, failure);
    }
}
