package org.dossier.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.dossier.build.Versions;
import org.dossier.explain.change.Comparison;
import org.dossier.explain.change.Difference;
import org.dossier.explain.change.DifferenceReport;
import org.dossier.explain.change.Version;
import org.dossier.problem.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what changed between two versions, in facts, standing and answers. */
@Command(
        name = "diff",
        description = "Show what changed, in facts, standing and answers; by default since the last commit.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    enum Format {
        text,
        md,
        json
    }

    @Mixin
    DossierFolder folder;

    @Parameters(
            arity = "0..2",
            paramLabel = "VERSION",
            description = "Older and newer version: a revision of git, a release, or a folder.")
    List<String> versions = List.of();

    @Option(names = "--format", defaultValue = "text", description = "text, md or json (default: ${DEFAULT-VALUE}).")
    Format format = Format.text;

    @Option(names = "--exit-code", description = "End with 1 when the versions differ.")
    boolean exitCode;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        Problems problems = new Problems();
        try (Versions known = new Versions(folder.path(), problems)) {
            Version before = versions.isEmpty() ? lastCommit(known) : named(known, versions.get(0));
            Version after = versions.size() < 2 ? known.workingTree() : named(known, versions.get(1));
            problems.list().forEach(spec.commandLine().getErr()::println);
            if (problems.hasErrors()) {
                return ExitCode.PROBLEMS.code;
            }
            Difference difference = Comparison.of(before, after);
            print(difference, spec.commandLine().getOut());
            return exitCode && !difference.isEmpty() ? ExitCode.PROBLEMS.code : ExitCode.OK.code;
        }
    }

    private Version lastCommit(Versions known) {
        return known.lastCommit()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "there is no commit to compare with; name a release or a folder"));
    }

    private Version named(Versions known, String name) {
        return known.named(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "'" + name + "' is no revision of git, no release and no dossier's folder"));
    }

    private void print(Difference difference, PrintWriter out) throws JsonProcessingException {
        if (format == Format.json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(difference));
            return;
        }
        if (format == Format.md) {
            DifferenceReport.markdown(difference).forEach(out::println);
        } else {
            Screen.fitted(DifferenceReport.text(difference)).forEach(out::println);
        }
    }
}
