package org.dossier.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.dossier.explain.ProblemGuide;
import org.dossier.problem.DidYouMean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a problem's code means and what to do about it. */
@Command(
        name = "explain",
        description = "Explain a problem by its code, the word in brackets behind 'error'.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "CODE",
            description = "Such as unknown-thing; without it, all codes are listed.")
    Optional<String> code = Optional.empty();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        ProblemGuide guide = ProblemGuide.ofTheProgram();
        if (code.isEmpty()) {
            guide.codes().forEach(spec.commandLine().getOut()::println);
            return ExitCode.OK.code;
        }
        spec.commandLine().getOut().println(guide.section(code.get()).orElseThrow(() -> unknown(guide, code.get())));
        return ExitCode.OK.code;
    }

    private ParameterException unknown(ProblemGuide guide, String typed) {
        String remedy = DidYouMean.remedy(guide.codes(), typed, "'dossier explain' lists all of them");
        return new ParameterException(spec.commandLine(), "no problem has the code '" + typed + "'; " + remedy);
    }
}
