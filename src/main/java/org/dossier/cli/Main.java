package org.dossier.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: finds the command that its first words name, and runs it. */
@Command(
        name = "dossier",
        description = "Builds, checks, queries and serves a dossier.",
        mixinStandardHelpOptions = true,
        version = "dossier 0.1.0")
public final class Main implements Runnable {

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
