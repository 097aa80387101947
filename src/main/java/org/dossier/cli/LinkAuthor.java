package org.dossier.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who decides, and when. */
@Command
final class LinkAuthor {

    @Option(names = "--by", paramLabel = "NAME", description = "Who decides (default: user.name of git).")
    @Nullable String by;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    String name() {
        String name = by == null ? nameInGit() : by;
        if (name == null || name.isBlank()) {
            throw new ParameterException(spec.commandLine(), "who decides? add --by NAME, or set user.name of git");
        }
        return name.strip();
    }

    private static @Nullable String nameInGit() {
        try {
            return SystemReader.getInstance()
                    .getUserConfig()
                    .getString(ConfigConstants.CONFIG_USER_SECTION, null, ConfigConstants.CONFIG_KEY_NAME);
        } catch (IOException | ConfigInvalidException unreadable) {
            return null;
        }
    }

    static LocalDate today() {
        return LocalDate.now(Clock.system(ZoneId.systemDefault()));
    }
}
