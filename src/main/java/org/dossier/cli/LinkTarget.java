package org.dossier.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dossier.link.LinkWork;
import org.dossier.link.Targets;
import org.dossier.problem.Problems;
import org.dossier.release.Release;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The register that a step of linking works with, and what is known of it. */
@Command
final class LinkTarget {

    @Option(
            names = "--to",
            paramLabel = "TARGET",
            required = true,
            description = "The register; 'dossier link targets' lists them.")
    String name = "";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Its file on this machine (default: where its description looks for it).")
    @Nullable Path file;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    /**
     * Does a step of linking; not when there is no release and none can be built, or the target cannot be read, whose
     * problems are told then.
     *
     * @param withEntries whether the step needs the register's entries
     * @return the exit code
     */
    int with(CurrentRelease release, boolean withEntries, Consumer<LinkWork> step) {
        if (!Targets.names(release.dossier()).contains(name)) {
            throw new ParameterException(spec.commandLine(), LinkWork.unknown(release.dossier(), name));
        }
        Optional<Release> found = release.find();
        if (found.isEmpty()) {
            return ExitCode.PROBLEMS.code;
        }
        String base = found.get().manifest().base();
        return found.get().read(data -> with(data, base, release.dossier(), withEntries, step)).code;
    }

    private ExitCode with(DatasetGraph data, String base, Path dossier, boolean withEntries, Consumer<LinkWork> step) {
        Problems problems = new Problems();
        Optional<LinkWork> work =
                LinkWork.open(dossier, data, base, name, Optional.ofNullable(file), withEntries, problems);
        PrintWriter err = spec.commandLine().getErr();
        problems.list().forEach(err::println);
        work.ifPresent(step);
        return work.isPresent() ? ExitCode.OK : ExitCode.PROBLEMS;
    }

    /** Whether the register's entries are at hand, be their file named or in its place. */
    boolean hasFile(Path dossier) {
        return file != null
                || Targets.read(dossier, name, new Problems())
                        .filter(described -> LinkWork.hasFile(dossier, described))
                        .isPresent();
    }
}
