package org.dossier.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dossier.author.Refusal;
import org.dossier.author.SourceAddition;
import org.dossier.author.SourceAddition.Added;
import org.dossier.problem.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps the sources of a dossier. */
@Command(
        name = "source",
        description = "Add a source.",
        mixinStandardHelpOptions = true,
        subcommands = SourceCommand.Add.class)
final class SourceCommand implements Runnable {

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what about sources? 'dossier source add FILE' adds one");
    }

    /** Makes a file a source, and begins its facts file. */
    @Command(
            name = "add",
            description = "Copy a text into sources/ and begin a facts file for it that already passes.",
            mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {

        @Mixin
        DossierFolder folder;

        @Parameters(paramLabel = "FILE", description = "Text, Markdown, HTML or PDF; beside the one who types.")
        Path file = Path.of("");

        @Option(
                names = "--kind",
                paramLabel = "KIND",
                required = true,
                description = "What it is, such as news-article; what it can bear out depends on that.")
        String kind = "";

        @Option(names = "--id", paramLabel = "ID", description = "Its id (default: words of the title).")
        @Nullable String id;

        @Option(names = "--title", paramLabel = "TEXT", description = "Its title (default: what it says of itself).")
        @Nullable String title;

        @Option(names = "--publisher", paramLabel = "ID", description = "Who published it: the id of an actor.")
        @Nullable String publisher;

        @Option(names = "--date", paramLabel = "DATE", description = "When it was issued: 2025, 2025-07 or 2025-07-04.")
        @Nullable String date;

        @Spec
        CommandSpec spec;

        @Override
        public Integer call() {
            Problems problems = new Problems();
            try {
                Optional<Added> added = new SourceAddition(folder.path())
                        .add(file, new SourceAddition.Description(id, title, details()), problems);
                added.ifPresent(this::print);
                problems.list().forEach(spec.commandLine().getErr()::println);
                return (added.isPresent() ? ExitCode.OK : ExitCode.PROBLEMS).code;
            } catch (Refusal refusal) {
                throw new ParameterException(spec.commandLine(), refusal.getMessage());
            }
        }

        private Map<String, String> details() {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("has kind", kind);
            if (publisher != null) {
                details.put("is published by", publisher);
            }
            if (date != null) {
                details.put("issued", date);
            }
            return details;
        }

        private void print(Added added) {
            spec.commandLine().getOut().println(added.textFile() + " (sha256 " + added.sha256() + ")");
            spec.commandLine().getOut().println(added.factsFile());
            added.repeated()
                    .forEach((other, share) -> spec.commandLine()
                            .getErr()
                            .println("warning: " + Math.round(100 * share) + " % of the text is that of '" + other
                                    + "'; if it repeats it, write 'relies on: " + other + "' in " + added.factsFile()));
        }
    }
}
