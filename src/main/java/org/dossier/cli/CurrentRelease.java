package org.dossier.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.dossier.build.Build;
import org.dossier.build.Options;
import org.dossier.build.Stages;
import org.dossier.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The release that a reading command is about; it is built first when there is none. */
@Command
final class CurrentRelease {

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    /** The folder of the dossier. */
    Path dossier() {
        return DossierFolder.of(spec);
    }

    /** Nothing when there was none and it could not be built; its problems have been told then. */
    Optional<Release> find() {
        Optional<Release> current = Build.releases(dossier()).current();
        return current.isPresent() ? current : built();
    }

    private Optional<Release> built() {
        spec.commandLine().getErr().println("no release yet; building one first");
        Build.Outcome outcome =
                Build.run(dossier(), Options.USUAL, Clock.systemUTC(), Version.number(), Stages.silent());
        outcome.problems().forEach(spec.commandLine().getErr()::println);
        return outcome.release();
    }
}
