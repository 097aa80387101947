package org.dossier.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.dossier.author.Refusal;
import org.dossier.author.Renaming;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes an id everywhere, or nowhere. */
@Command(
        name = "rename",
        description = "Change an id everywhere in the dossier, and leave word where it went in facts/redirects.tsv.",
        mixinStandardHelpOptions = true)
final class RenameCommand implements Callable<Integer> {

    @Mixin
    DossierFolder folder;

    @Parameters(index = "0", paramLabel = "OLD", description = "The id that there is.")
    String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The id that it shall have.")
    String chosen = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "renamed",
            description = "Why, for whoever comes with the old id (default: ${DEFAULT-VALUE}).")
    String reason = "";

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        try {
            new Renaming(folder.path())
                    .rename(old, chosen, reason, LocalDate.now(Clock.systemUTC()))
                    .forEach(spec.commandLine().getOut()::println);
            return ExitCode.OK.code;
        } catch (Refusal refusal) {
            throw new ParameterException(spec.commandLine(), refusal.getMessage());
        }
    }
}
