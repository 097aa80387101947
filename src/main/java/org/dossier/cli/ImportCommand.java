package org.dossier.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.dossier.build.ApiDownload;
import org.dossier.build.ApiRequest;
import org.dossier.build.Download;
import org.dossier.build.Import;
import org.dossier.mapping.ConvertedUnit;
import org.dossier.mapping.DossierImports.Imported;
import org.dossier.mapping.ImportDraft;
import org.dossier.mapping.ImportSettings;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.problem.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes files of open data into the dossier, and accounts for each of their rows. */
@Command(
        name = "import",
        description = "Convert files of open data through the mapping of an import, and register them for 'build'.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Mixin
    DossierFolder folder;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The import: a folder in imports/.")
    @Nullable String name;

    @Parameters(index = "1..*", paramLabel = "FILE", description = "CSV, TSV, JSON or JSON Lines, also in gz or zip.")
    List<Path> files = List.of();

    @Option(names = "--new", description = "Write a first mapping for the file, to be edited, instead of importing it.")
    boolean isNew;

    @Option(
            names = "--dry-run",
            description = "Show what would become of the files, and leave nothing but rejects.csv.")
    boolean isDryRun;

    @Option(names = "--sample", paramLabel = "N", description = "Read the first N rows of each file only; a dry run.")
    @Nullable Long sample;

    @Option(names = "--max-rejects", paramLabel = "N", description = "Refuse a file of which more rows are rejected.")
    @Nullable Long mostRejects;

    @Option(
            names = "--download",
            paramLabel = "ADDRESS|QUESTION",
            description =
                    "Fetch a file from the web first, or ask an API what imports/NAME/requests/QUESTION.json says, and"
                            + " import it too; may be repeated. With --dry-run a question is shown and not asked.")
    List<String> downloads = List.of();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        Path dossier = folder.path();
        if (name == null) {
            Import.names(dossier).forEach(spec.commandLine().getOut()::println);
            return ExitCode.OK.code;
        }
        check(name);
        return isNew ? draft(dossier, name) : convert(dossier, name);
    }

    private void check(String importName) {
        if (!importName.matches("[a-z0-9][a-z0-9-]*")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + importName + "' is no name of an import: small letters, digits and hyphens");
        }
        if (files.isEmpty() && (isNew || downloads.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "which file? 'dossier import " + importName + " FILE'");
        }
        if (isNew && files.size() > 1) {
            throw new ParameterException(spec.commandLine(), "a first mapping is written for one file");
        }
        if (isNegative(sample) || isNegative(mostRejects)) {
            throw new ParameterException(spec.commandLine(), "a number of rows is not negative");
        }
    }

    /**
     * What to fetch: files by their addresses, and questions to ask.
     *
     * @param problems of the questions' files
     */
    private record Wanted(List<URI> addresses, List<ApiRequest> questions, List<Problem> problems) {}

    private Wanted wanted(Path dossier, String importName) {
        List<URI> addresses = new ArrayList<>();
        List<ApiRequest> questions = new ArrayList<>();
        Problems problems = new Problems();
        for (String download : downloads) {
            if (download.contains(":")) {
                addresses.add(address(download));
            } else {
                requireQuestion(dossier, importName, download);
                ApiRequest.read(dossier, importName, download, problems).ifPresent(questions::add);
            }
        }
        return new Wanted(addresses, questions, problems.list());
    }

    private URI address(String typed) {
        try {
            URI address = URI.create(typed);
            if (Download.isPossible(address)) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            // Told below, like addresses of what is no file.
        }
        throw new ParameterException(
                spec.commandLine(), "'" + typed + "' is no address of a file: https://…/NAME with a plain name");
    }

    private void requireQuestion(Path dossier, String importName, String question) {
        List<String> known = ApiRequest.names(dossier, importName);
        if (!known.contains(question)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no imports/" + importName + "/requests/" + question + ".json; "
                            + DidYouMean.remedy(
                                    known,
                                    question,
                                    known.isEmpty()
                                            ? "an address begins with https://"
                                            : "there are " + String.join(", ", known)));
        }
    }

    private List<Path> allFiles(Path dossier, String importName, Wanted wanted) {
        Consumer<String> tell = spec.commandLine().getErr()::println;
        List<Path> all = new ArrayList<>(files);
        for (URI address : wanted.addresses()) {
            all.add(Download.fetch(dossier, importName, address, tell));
        }
        for (ApiRequest question : wanted.questions()) {
            if (isDryRun) {
                tell.accept("not asked, since this is a dry run:\n" + question.text());
            } else {
                all.addAll(ApiDownload.fetch(dossier, importName, question, tell));
            }
        }
        return all;
    }

    private static boolean isNegative(@Nullable Long number) {
        return number != null && number < 0;
    }

    private int draft(Path dossier, String importName) {
        Problems problems = new Problems();
        List<Path> written = ImportDraft.write(dossier, importName, files.get(0), problems);
        problems.list().forEach(spec.commandLine().getErr()::println);
        if (problems.hasErrors()) {
            return ExitCode.PROBLEMS.code;
        }
        if (written.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "imports/" + importName + " has a mapping already; nothing was written");
        }
        written.forEach(file -> spec.commandLine().getOut().println(dossier.relativize(file)));
        return ExitCode.OK.code;
    }

    private int convert(Path dossier, String importName) {
        Wanted wanted = wanted(dossier, importName);
        if (!wanted.problems().isEmpty()) {
            wanted.problems().forEach(spec.commandLine().getErr()::println);
            return ExitCode.PROBLEMS.code;
        }
        List<Path> all = allFiles(dossier, importName, wanted);
        if (all.isEmpty()) {
            return ExitCode.OK.code;
        }
        Import.Outcome outcome;
        try (ImportProgress progress = new ImportProgress(spec.commandLine().getErr())) {
            ImportSettings settings = settings().withProgress(progress);
            outcome = isDryRun || sample != null
                    ? Import.attempt(dossier, importName, all, settings)
                    : Import.run(dossier, importName, all, settings);
        }
        outcome.imported().ifPresent(imported -> print(dossier, imported, all.size()));
        outcome.problems().forEach(spec.commandLine().getErr()::println);
        boolean isGood = outcome.problems().stream().noneMatch(ImportCommand::isError);
        return (isGood ? ExitCode.OK : ExitCode.PROBLEMS).code;
    }

    private static boolean isError(Problem problem) {
        return problem.severity() == Severity.ERROR;
    }

    private ImportSettings settings() {
        ImportSettings settings = ImportSettings.usual();
        if (sample != null) {
            settings = settings.withSample(sample);
        }
        return mostRejects == null ? settings : settings.withMostRejects(mostRejects);
    }

    private void print(Path dossier, Imported imported, int wanted) {
        PrintWriter out = spec.commandLine().getOut();
        for (ConvertedUnit unit : imported.units()) {
            String remark = imported.unchanged().contains(unit) ? "\n  not converted again: nothing has changed" : "";
            out.println(unit.balance().text() + remark);
        }
        boolean hasRejects = imported.units().stream()
                .anyMatch(unit -> !unit.balance().rejectsByCode().isEmpty()
                        || unit.balance().otherNames() > 0);
        if (hasRejects || imported.units().size() < wanted) {
            out.println("rejects: " + dossier.relativize(imported.rejects()));
        }
    }
}
