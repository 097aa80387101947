package org.dossier.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.vocabulary.Vocabulary;

/** An import made up for a test. */
final class Imports {

    /**
     * What a run gave.
     *
     * @param balance nothing when the file was refused
     * @param triples lines of N-Triples
     * @param rejects lines of rejects.csv below its header
     */
    record Result(Optional<Balance> balance, List<String> triples, List<String> rejects, List<Problem> problems) {

        /** Without those that describe the file. */
        List<String> triplesOfRows() {
            return triples.stream()
                    .filter(line -> !line.contains("id/source-test-") && !line.contains("id/evidence-test-"))
                    .toList();
        }

        List<String> codes() {
            return problems.stream().map(Problem::code).toList();
        }

        Balance sheet() {
            return balance.orElseThrow(() -> new AssertionError(problems));
        }
    }

    private final Path dossier;
    private final Path imports;
    private final Vocabulary vocabulary;
    private ImportSettings settings = ImportSettings.usual();

    Imports(Path dossier, Vocabulary vocabulary) throws IOException {
        this.dossier = dossier;
        this.vocabulary = vocabulary;
        this.imports = Files.createDirectories(dossier.resolve("imports/test"));
        source("title: Test\n");
    }

    Imports mapping(String text) throws IOException {
        Files.writeString(imports.resolve("mapping.rq"), text);
        return this;
    }

    Imports source(String text) throws IOException {
        Files.writeString(imports.resolve("source.yaml"), text);
        return this;
    }

    Imports table(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(imports.resolve("tables")).resolve(name), text);
        return this;
    }

    Imports with(ImportSettings other) {
        settings = other;
        return this;
    }

    Result run(String csv) throws IOException {
        return run(Files.writeString(dossier.resolve("rows.csv"), csv));
    }

    Result run(Path file) throws IOException {
        Problems problems = new Problems();
        Optional<ImportFolder> folder = ImportFolder.read(dossier, "test", Expressions.BASE, vocabulary, problems);
        if (folder.isEmpty()) {
            return new Result(Optional.empty(), List.of(), List.of(), problems.list());
        }
        ImportRun run = ImportRun.run(folder.get(), List.of(file), settings, dossier.resolve("out"), problems);
        List<String> triples = run.units().isEmpty()
                ? List.of()
                : Files.readAllLines(run.units().get(0).triples());
        return new Result(
                run.units().stream().map(ImportRun.Unit::balance).findFirst(),
                triples,
                Files.readAllLines(run.rejects()).stream().skip(1).toList(),
                problems.list());
    }
}
