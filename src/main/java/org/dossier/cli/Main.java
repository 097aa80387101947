package org.dossier.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.jena.sys.JenaSystem;
import org.dossier.problem.SurroundingsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: finds the command that its first words name, runs it, and tells the shell how it ended. */
@Command(
        name = "dossier",
        description = "Builds, checks, queries and serves a dossier: facts with the words of a source behind each.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BuildCommand.class,
            CheckCommand.class,
            ExplainCommand.class,
            ExportCommand.class,
            QueryCommand.class,
            ReleasesCommand.class,
            ServeCommand.class,
            WhyCommand.class,
            DiffCommand.class,
            GapsCommand.class,
            ImportCommand.class,
            LinkCommand.class,
            NewCommand.class,
            RenameCommand.class,
            SchemaCommand.class,
            SourceCommand.class,
            WithdrawCommand.class
        })
public final class Main implements Runnable {

    @Option(
            names = "-C",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The dossier's folder; else the nearest folder upwards with a dossier.yaml.")
    @Nullable Path folder;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        StandardOutput results = new StandardOutput();
        PrintWriter out = new PrintWriter(new OutputStreamWriter(results, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        System.exit(results.failure().map(failure -> cannotPrint(failure, err)).orElse(code));
    }

    private static int cannotPrint(String failure, PrintWriter err) {
        err.println("dossier: cannot write the results: " + failure);
        return ExitCode.SURROUNDINGS.code;
    }

    /**
     * Runs one command line.
     *
     * @param out receives results
     * @param err receives everything else
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setOut(out);
        line.setErr(err);
        line.setExpandAtFiles(false);
        line.setExitCodeExceptionMapper(Main::exitCode);
        line.setExecutionStrategy(Main::execute);
        line.setParameterExceptionHandler((failure, words) -> misused(failure, err));
        line.setExecutionExceptionHandler((failure, command, result) -> ended(failure, err));
        int code = line.execute(arguments);
        out.flush();
        return code;
    }

    /** Jena takes longer to wake up than {@code --version} takes to print. */
    private static int execute(ParseResult words) {
        if (words.hasSubcommand()) {
            JenaSystem.init();
        }
        return new RunLast().execute(words);
    }

    /** One line, or a few; the whole usage would push the reason off the screen. */
    private static int misused(ParameterException failure, PrintWriter err) {
        err.println(failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Try '" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.code;
    }

    private static int ended(Exception failure, PrintWriter err) {
        if (failure instanceof SurroundingsException) {
            err.println("dossier: " + failure.getMessage());
        } else {
            err.println("dossier: this is a mistake of the program, please report it with the lines below");
            failure.printStackTrace(err);
        }
        return exitCode(failure);
    }

    private static int exitCode(Throwable failure) {
        if (failure instanceof SurroundingsException) {
            return ExitCode.SURROUNDINGS.code;
        }
        return failure instanceof ParameterException ? ExitCode.USAGE.code : ExitCode.OUR_MISTAKE.code;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
