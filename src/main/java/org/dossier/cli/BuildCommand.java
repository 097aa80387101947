package org.dossier.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.dossier.build.Balance;
import org.dossier.build.Build;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Builds a release and shows what it holds. */
@Command(
        name = "build",
        description = "Convert what people wrote, derive what follows, check it, and leave a release.",
        mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {

    @Mixin
    DossierFolder folder;

    @Mixin
    Texts texts;

    @Mixin
    FilesToImport imports;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (!imports.take(folder.path())) {
            return withoutRelease();
        }
        Build.Outcome outcome = Build.run(
                folder.path(),
                texts.options(),
                Clock.systemUTC(),
                Version.number(),
                (stage, result, took) ->
                        out.printf(Locale.ROOT, "%-9s %s (%.2f s)%n", stage, result, took.toMillis() / 1000.0));
        outcome.problems().forEach(spec.commandLine().getErr()::println);
        if (outcome.release().isEmpty()) {
            return withoutRelease();
        }
        print(outcome.balance(), out);
        return ExitCode.OK.code;
    }

    private int withoutRelease() {
        spec.commandLine().getErr().println("no release was written; the one before, if any, is as it was");
        return ExitCode.PROBLEMS.code;
    }

    private static void print(Balance balance, PrintWriter out) {
        balance.counts().forEach((what, number) -> out.printf(Locale.ROOT, "  %-10s %,10d%n", what, number));
        balance.standings()
                .forEach((type, standings) -> out.printf(Locale.ROOT, "  %-14s %s%n", type, standings(standings)));
    }

    private static String standings(SortedMap<String, Long> standings) {
        return String.join(
                ", ",
                standings.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .toList());
    }
}
