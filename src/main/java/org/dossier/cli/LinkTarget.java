package org.dossier.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
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

    /** Nothing when there is no release and none can be built, or the target cannot be read; problems are told then. */
    Optional<LinkWork> open(CurrentRelease release, boolean withEntries) {
        if (!Targets.names(release.dossier()).contains(name)) {
            throw new ParameterException(spec.commandLine(), LinkWork.unknown(release.dossier(), name));
        }
        Problems problems = new Problems();
        Optional<LinkWork> work =
                release.find().flatMap(found -> open(found, release.dossier(), withEntries, problems));
        PrintWriter err = spec.commandLine().getErr();
        problems.list().forEach(err::println);
        return work;
    }

    private Optional<LinkWork> open(Release found, Path dossier, boolean withEntries, Problems problems) {
        return LinkWork.open(
                dossier,
                found.load().getDefaultGraph(),
                found.manifest().base(),
                name,
                Optional.ofNullable(file),
                withEntries,
                problems);
    }

    /** Whether the register's file is here, be it named or in its place. */
    boolean hasFile(Path dossier) {
        return file != null
                || Targets.read(dossier, name, new Problems())
                        .filter(described -> LinkWork.hasFile(dossier, described))
                        .isPresent();
    }

    /** The class that was asked for, or that of the register's entries. */
    String kind(@Nullable String asked, LinkWork work) {
        String kind = asked == null ? work.target().kind() : asked;
        if (work.things(kind).isEmpty()) {
            throw new ParameterException(spec.commandLine(), "the dossier has nothing of class '" + kind + "'");
        }
        return kind;
    }
}
