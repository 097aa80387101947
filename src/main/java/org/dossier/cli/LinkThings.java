package org.dossier.cli;

import java.util.List;
import org.dossier.link.LinkWork;
import org.dossier.link.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The things of the dossier that are to be linked. */
@Command
final class LinkThings {

    @Option(
            names = "--kind",
            paramLabel = "CLASS",
            description = "Which things of the dossier to link, such as Agency (default: what the register holds).")
    @Nullable String kind;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    boolean isChosen() {
        return kind != null;
    }

    /** Those of the class that was asked for, or that of the register's entries; there is at least one. */
    List<Profile> of(LinkWork work) {
        String wanted = kind == null ? work.target().kind() : kind;
        List<Profile> things = work.things(wanted);
        if (things.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "the dossier has nothing of class '" + wanted + "'");
        }
        return things;
    }
}
