package org.dossier.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dossier.build.Build;
import org.dossier.problem.SurroundingsException;
import org.dossier.release.Release;
import org.dossier.release.Releases;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the releases, verifies them, goes back to one, and removes old ones. */
@Command(
        name = "releases",
        description = "List the releases that builds have left; verify them, go back to one, or remove old ones.",
        mixinStandardHelpOptions = true)
final class ReleasesCommand implements Callable<Integer> {

    @Mixin
    DossierFolder folder;

    @Spec
    CommandSpec spec;

    @ArgGroup
    @Nullable Action action;

    /** One of three things to do instead of listing. */
    static final class Action {

        @Option(names = "--verify", description = "Compare every file of every release with its manifest.")
        boolean verify;

        @Option(
                names = "--use",
                paramLabel = "ID",
                description = "Make a release current; the beginning of its id will do.")
        @Nullable String use;

        @Option(names = "--keep", paramLabel = "N", description = "Remove all but the newest N and the current one.")
        @Nullable Integer keep;
    }

    @Override
    public Integer call() {
        Releases releases = Build.releases(folder.path());
        if (action == null) {
            list(releases);
            return ExitCode.OK.code;
        }
        if (action.verify) {
            return verify(releases);
        }
        if (action.use != null) {
            use(releases, action.use);
        } else if (action.keep != null) {
            keep(releases, action.keep);
        }
        return ExitCode.OK.code;
    }

    private void list(Releases releases) {
        Optional<String> current = releases.currentId();
        for (Release release : releases.list()) {
            String id = release.manifest().id();
            out().printf(
                            Locale.ROOT,
                            "%s %s  %s  %,d triples%n",
                            current.filter(id::equals).isPresent() ? "*" : " ",
                            id,
                            release.manifest().built(),
                            release.manifest().counts().getOrDefault("triples", 0L));
        }
    }

    private int verify(Releases releases) {
        boolean sound = true;
        for (String id : releases.ids()) {
            sound &= isSound(releases, id);
        }
        return sound ? ExitCode.OK.code : ExitCode.SURROUNDINGS.code;
    }

    private boolean isSound(Releases releases, String id) {
        try {
            releases.named(id).orElseThrow().verified();
            out().println(id + "  sound");
            return true;
        } catch (SurroundingsException damaged) {
            out().println(id + "  " + damaged.getMessage());
            return false;
        }
    }

    private void use(Releases releases, String beginning) {
        Release release = releases.named(beginning)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no release, or more than one, has an id that begins with '" + beginning
                                + "'; 'dossier releases' lists them"));
        releases.use(release);
        out().println(release.manifest().id() + " is current now");
    }

    private void keep(Releases releases, int number) {
        if (number < 1) {
            throw new ParameterException(spec.commandLine(), "--keep needs a number from 1 upwards, not " + number);
        }
        List<String> removed = releases.keep(number);
        removed.forEach(id -> out().println(id + " is removed"));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
