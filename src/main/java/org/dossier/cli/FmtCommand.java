package org.dossier.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.dossier.author.Formatting;
import org.dossier.author.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts facts files into one layout, or says which are not. */
@Command(
        name = "fmt",
        description = "Put facts files into one layout: order of keys, indentation, spaces; content and comments stay.",
        mixinStandardHelpOptions = true)
final class FmtCommand implements Callable<Integer> {

    @Mixin
    DossierFolder folder;

    @Option(
            names = "--check",
            description = "Change nothing; list the files that would be, and end with 1 if there are any.")
    boolean isCheck;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        try {
            List<String> changed = new Formatting(folder.path()).format(!isCheck);
            changed.forEach(spec.commandLine().getOut()::println);
            return (isCheck && !changed.isEmpty() ? ExitCode.PROBLEMS : ExitCode.OK).code;
        } catch (Refusal refusal) {
            spec.commandLine().getErr().println(refusal.getMessage());
            return ExitCode.PROBLEMS.code;
        }
    }
}
