package org.dossier.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Links the things of a dossier with the entries of registers. */
@Command(
        name = "link",
        description = "Find out who is who in other registers: proposed by the program, decided by you.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LinkTargetsCommand.class,
            LinkSuggestCommand.class,
            LinkReviewCommand.class,
            LinkDecision.Accept.class,
            LinkDecision.Reject.class,
            LinkDecision.None.class,
            LinkStatusCommand.class,
            LinkEnrichCommand.class
        })
final class LinkCommand implements Runnable {

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "what about links? 'dossier link targets' lists the registers to link with");
    }
}
