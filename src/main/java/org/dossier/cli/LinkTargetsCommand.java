package org.dossier.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dossier.link.LinkWork;
import org.dossier.link.Target;
import org.dossier.link.Targets;
import org.dossier.problem.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the registers to link with. */
@Command(
        name = "targets",
        description = "List the registers to link with, and the file that each is read from.",
        mixinStandardHelpOptions = true)
final class LinkTargetsCommand implements Callable<Integer> {

    @Mixin
    DossierFolder folder;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        Problems problems = new Problems();
        Path dossier = folder.path();
        for (String name : Targets.names(dossier)) {
            Targets.read(dossier, name, problems)
                    .ifPresent(target -> spec.commandLine().getOut().println(line(dossier, target)));
        }
        problems.list().forEach(spec.commandLine().getErr()::println);
        return (problems.hasErrors() ? ExitCode.PROBLEMS : ExitCode.OK).code;
    }

    private static String line(Path dossier, Target target) {
        return String.format(Locale.ROOT, "%-23s %s: %s", target.name(), target.title(), where(dossier, target));
    }

    private static String where(Path dossier, Target target) {
        if (target.isOwn()) {
            return "in this dossier, from " + String.join(", ", target.loadUnits());
        }
        boolean isHere = LinkWork.hasFile(dossier, target);
        if (target.service() != null) {
            return target.file()
                    + (isHere ? "" : " (--network asks " + target.service().address() + ")");
        }
        return target.file() + (isHere ? "" : " (not there yet)");
    }
}
