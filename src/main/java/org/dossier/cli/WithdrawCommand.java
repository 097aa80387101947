package org.dossier.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.dossier.author.Refusal;
import org.dossier.author.Withdrawal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a thing that was deleted is gone. */
@Command(
        name = "withdraw",
        description = "Leave word in facts/redirects.tsv that something was deleted on purpose, and why.",
        mixinStandardHelpOptions = true)
final class WithdrawCommand implements Callable<Integer> {

    @Mixin
    DossierFolder folder;

    @Parameters(paramLabel = "ID", description = "The id that it had; the facts no longer define it.")
    String id = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why, for whoever comes with the id.")
    String reason = "";

    @Option(
            names = "--unknown",
            description = "Withdraw it though the last release does not have it, as when it was gone before.")
    boolean isUnknownGood;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        try {
            LocalDate today = LocalDate.now(Clock.systemUTC());
            spec.commandLine().getOut().println(Withdrawal.withdraw(folder.path(), id, reason, today, isUnknownGood));
            return ExitCode.OK.code;
        } catch (Refusal refusal) {
            throw new ParameterException(spec.commandLine(), refusal.getMessage());
        }
    }
}
