package org.dossier.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.dossier.build.Build;
import org.dossier.problem.Problem;
import org.dossier.problem.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reports every problem that a build would find, and writes nothing. */
@Command(
        name = "check",
        description = "Report every problem in facts, ontology and evidence; write nothing.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    DossierFolder folder;

    @Mixin
    Texts texts;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        List<Problem> problems = Build.check(folder.path(), texts.options());
        problems.forEach(spec.commandLine().getOut()::println);
        boolean failed = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        return failed ? ExitCode.PROBLEMS.code : ExitCode.OK.code;
    }
}
