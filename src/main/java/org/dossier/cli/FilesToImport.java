package org.dossier.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dossier.build.Import;
import org.dossier.mapping.ImportSettings;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Problem;
import org.dossier.problem.Severity;
import org.dossier.problem.SurroundingsException;
import org.dossier.table.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Files that are imported on the way, each with the name of its import. */
@Command
final class FilesToImport {

    @Option(
            names = "--import",
            paramLabel = "NAME=PATH",
            description = "Import a file first, or all files of a folder, as 'import NAME' does; may be repeated.")
    List<String> wanted = List.of();

    @Spec(Target.MIXEE)
    CommandSpec spec;

    /**
     * Imports them and prints their balances; files that were imported before and have not been written to since are
     * passed over.
     *
     * @return whether all could be taken
     */
    boolean take(Path dossier) {
        boolean isGood = true;
        for (var entry : byImport(dossier).entrySet()) {
            if (!Import.isTaken(dossier, entry.getKey(), entry.getValue())) {
                isGood &= take(dossier, entry.getKey(), entry.getValue());
            }
        }
        return isGood;
    }

    private boolean take(Path dossier, String name, List<Path> files) {
        try (ImportProgress progress = new ImportProgress(spec.commandLine().getErr())) {
            Import.Outcome outcome =
                    Import.run(dossier, name, files, ImportSettings.usual().withProgress(progress));
            outcome.imported()
                    .ifPresent(imported -> ImportBalances.print(
                            dossier, imported, files.size(), spec.commandLine().getOut()));
            outcome.problems().forEach(spec.commandLine().getErr()::println);
            return outcome.problems().stream().map(Problem::severity).noneMatch(Severity.ERROR::equals);
        }
    }

    private SortedMap<String, List<Path>> byImport(Path dossier) {
        SortedMap<String, List<Path>> files = new TreeMap<>();
        for (String each : wanted) {
            int equals = each.indexOf('=');
            String name = each.substring(0, Math.max(equals, 0));
            requireImport(dossier, name, each);
            files.computeIfAbsent(name, any -> new ArrayList<>()).addAll(files(Path.of(each.substring(equals + 1))));
        }
        return files;
    }

    private void requireImport(Path dossier, String name, String typed) {
        List<String> known = Import.names(dossier);
        if (!known.contains(name)) {
            String remedy = DidYouMean.remedy(known, name, "'dossier import' lists them");
            throw new ParameterException(
                    spec.commandLine(),
                    name.isEmpty()
                            ? "'" + typed + "' is not NAME=PATH, such as agency-codes=agencies.csv"
                            : "no import is called '" + name + "'; " + remedy);
        }
    }

    private List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> found = Files.list(path)) {
            List<Path> files = found.filter(Files::isRegularFile)
                    .filter(file -> isOfRows(file.getFileName().toString()))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "no file of rows is in " + path);
            }
            return files;
        } catch (IOException failure) {
            throw new SurroundingsException("cannot read " + path + ": " + failure.getMessage(), failure);
        }
    }

    private static boolean isOfRows(String name) {
        return name.endsWith(".zip") || Format.of(name).isPresent();
    }
}
