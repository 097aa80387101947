package org.dossier.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.dossier.build.Build;
import org.dossier.build.Stages;
import org.dossier.explain.ProblemGuide;
import org.dossier.problem.Problem;
import org.dossier.problem.Severity;
import org.dossier.problem.report.Listing;
import org.dossier.problem.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reports every problem that a build would find, and writes nothing. */
@Command(
        name = "check",
        description = "Report every problem in facts, ontology and evidence; write nothing.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    enum Format {
        text,
        json,
        sarif,
        junit,
        github
    }

    enum FailOn {
        error,
        warning
    }

    @Mixin
    DossierFolder folder;

    @Mixin
    Texts texts;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Format format = Format.text;

    @Option(
            names = "--fail-on",
            description = "The least that makes the command end with 1: error or warning (default: ${DEFAULT-VALUE}).")
    FailOn failOn = FailOn.error;

    @Option(names = "--watch", description = "Check again whenever a file of the dossier changes, until Ctrl-C.")
    boolean watch;

    @Option(
            names = "--verbose",
            description = "Tell what each stage did: quotes by source, and rules and shapes that matched nothing.")
    boolean verbose;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        int code = checkOnce();
        if (!watch) {
            return code;
        }
        FolderWatch.whenever(folder.path(), () -> checkOnce());
        return ExitCode.OK.code;
    }

    private int checkOnce() {
        List<Problem> problems = Build.check(folder.path(), texts.options(), verbose ? told() : Stages.silent());
        print(problems, spec.commandLine().getOut());
        return problems.stream().anyMatch(this::fails) ? ExitCode.PROBLEMS.code : ExitCode.OK.code;
    }

    private Stages told() {
        PrintWriter err = spec.commandLine().getErr();
        return new Stages() {
            @Override
            public void ended(String stage, String result, Duration took) {
                err.println(stage + ": " + result);
            }

            @Override
            public void detail(String stage, String line) {
                err.println("  " + stage + ": " + line);
            }
        };
    }

    private boolean fails(Problem problem) {
        return failOn == FailOn.warning || problem.severity() == Severity.ERROR;
    }

    private void print(List<Problem> problems, PrintWriter out) {
        switch (format) {
            case text -> list(problems, out);
            case json -> out.println(Reports.json(problems));
            case sarif -> out.println(Reports.sarif(problems, Version.number(), guide()));
            case junit -> out.println(Reports.junit(problems));
            case github -> Reports.github(problems).forEach(out::println);
        }
        out.flush();
    }

    private static UnaryOperator<String> guide() {
        ProblemGuide guide = ProblemGuide.ofTheProgram();
        return code -> guide.section(code).orElse("");
    }

    private void list(List<Problem> problems, PrintWriter out) {
        Listing listing = new Listing(folder.path(), Screen.showsColours());
        problems.forEach(problem -> listing.lines(problem).forEach(out::println));
        PrintWriter err = spec.commandLine().getErr();
        if (problems.isEmpty()) {
            err.println("no problem found");
        } else {
            err.println(count(problems, Severity.ERROR) + ", " + count(problems, Severity.WARNING)
                    + "; 'dossier explain CODE' says more");
        }
    }

    private static String count(List<Problem> problems, Severity severity) {
        long number = problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
        return number + " " + severity + (number == 1 ? "" : "s");
    }
}
