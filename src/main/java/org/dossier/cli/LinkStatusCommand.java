package org.dossier.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.dossier.link.LinkStatus;
import org.dossier.link.LinkWork;
import org.dossier.link.Targets;
import org.dossier.link.Verdict;
import org.dossier.problem.Problems;
import org.dossier.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Counts decisions, and reports those that do not fit any more. */
@Command(
        name = "status",
        description = "Count the decisions about each register, and report those that do not fit any more.",
        mixinStandardHelpOptions = true)
final class LinkStatusCommand implements Callable<Integer> {

    @Mixin
    CurrentRelease release;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        Optional<Release> found = release.find();
        if (found.isEmpty()) {
            return ExitCode.PROBLEMS.code;
        }
        Problems problems = new Problems();
        DatasetGraph data = found.get().open();
        try {
            String base = found.get().manifest().base();
            Txn.executeRead(
                    data, () -> Targets.names(release.dossier()).forEach(name -> report(name, data, base, problems)));
        } finally {
            data.close();
        }
        problems.list().forEach(spec.commandLine().getOut()::println);
        return (problems.hasErrors() ? ExitCode.PROBLEMS : ExitCode.OK).code;
    }

    private void report(String name, DatasetGraph data, String base, Problems problems) {
        Path dossier = release.dossier();
        boolean hasFile = Targets.read(dossier, name, new Problems())
                .filter(target -> LinkWork.hasFile(dossier, target))
                .isPresent();
        Problems its = new Problems();
        LinkWork.open(dossier, data, base, name, Optional.empty(), hasFile, its)
                .ifPresent(work -> spec.commandLine().getOut().println(line(work.status(its))));
        problems.addAll(its.list());
    }

    private static String line(LinkStatus status) {
        return String.format(
                Locale.ROOT,
                "%-23s %d same, %d close, %d broader or narrower, %d not the same, %d without an entry;"
                        + " %d things decided about, %d of class %s here",
                status.target(),
                status.count(Verdict.SAME),
                status.count(Verdict.CLOSE),
                status.count(Verdict.BROADER) + status.count(Verdict.NARROWER),
                status.count(Verdict.NOT_SAME),
                status.count(Verdict.NOTHING),
                status.decidedAbout(),
                status.things(),
                status.kind());
    }
}
