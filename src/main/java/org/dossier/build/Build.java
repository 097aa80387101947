package org.dossier.build;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.release.Release;
import org.dossier.release.ReleaseContent;
import org.dossier.release.Releases;

/** From a dossier's folder to a release. */
public final class Build {

    private Build() {}

    /**
     * What a build came to.
     *
     * @param problems in reading order; with an error among them there is no release
     */
    public record Outcome(List<Problem> problems, Optional<Release> release, Balance balance) {}

    /** Every problem that a build would find; nothing is written. */
    public static List<Problem> check(Path folder, Options options) {
        return check(folder, options, Stages.silent());
    }

    /** The same, telling what each stage did. */
    public static List<Problem> check(Path folder, Options options, Stages stages) {
        Problems problems = new Problems();
        Assembly assembly = Assembly.of(folder, options, problems, stages);
        assembly.quotes().reportDeadEntries(problems);
        return problems.list();
    }

    /**
     * Converts, derives and checks; when there is no error, leaves a release and makes it current. When no input has
     * changed since the last build, that is all it finds out.
     *
     * @param clock tells when it was built
     * @param program version of the program, for the manifest
     * @throws org.dossier.problem.SurroundingsException when the release cannot be written; the old one is as it was
     */
    public static Outcome run(Path folder, Options options, Clock clock, String program, Stages stages) {
        LastBuild last = LastBuild.of(folder, options, program);
        Optional<Outcome> before = Stages.timed(
                stages, "inputs", last::outcome, found -> found.isPresent() ? "nothing has changed" : "to be built");
        return before.orElseGet(() -> run(folder, options, clock, program, stages, last));
    }

    private static Outcome run(
            Path folder, Options options, Clock clock, String program, Stages stages, LastBuild last) {
        Problems problems = new Problems();
        Path converted = Import.converted(folder);
        Assembly assembly =
                Assembly.of(folder, options, new Assembly.Converting(converted, converted), problems, stages);
        Balance balance = Balance.of(assembly);
        if (problems.hasErrors()) {
            return new Outcome(problems.list(), Optional.empty(), balance);
        }
        LockFile.write(folder, assembly.quotes().lock());
        Release release = Stages.timed(
                stages,
                "release",
                () -> releases(folder).write(content(assembly, balance), program, clock),
                written -> written.manifest().id());
        last.remember(problems.list(), release, balance);
        return new Outcome(problems.list(), Optional.of(release), balance);
    }

    /** The releases of a dossier. */
    public static Releases releases(Path folder) {
        return new Releases(folder.resolve("build"));
    }

    private static ReleaseContent content(Assembly assembly, Balance balance) {
        return new ReleaseContent(
                assembly.settings().title(),
                assembly.settings().base(),
                assembly.graphs(),
                assembly.converted(),
                assembly.positions().definitions(),
                assembly.redirects().lines(),
                assembly.inputs(),
                new TreeMap<>(balance.counts()));
    }
}
