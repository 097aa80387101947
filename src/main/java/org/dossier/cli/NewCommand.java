package org.dossier.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dossier.author.NewDossier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a dossier that builds at once. */
@Command(
        name = "new",
        description = "Begin a dossier in an empty folder, with an invented example that builds at once.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "A folder that is empty or not there yet; -C counts before it.")
    Path folder = Path.of("");

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        Path target = target();
        if (!NewDossier.fitsInto(target)) {
            throw new ParameterException(
                    spec.commandLine(), target + " is not an empty folder; name one that is empty or not there yet");
        }
        NewDossier.write(target).forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getErr().println("try 'dossier -C " + target + " check', then '... serve'");
        return ExitCode.OK.code;
    }

    private Path target() {
        @Nullable Path below = ((Main) spec.root().userObject()).folder;
        return below == null ? folder : below.resolve(folder);
    }
}
