package org.dossier.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds the dossier that a command is about: the folder behind {@code -C}, or the nearest one upwards. */
@Command
final class DossierFolder {

    private static final String SETTINGS = "dossier.yaml";

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    /** @throws ParameterException when there is no dossier */
    Path path() {
        Path given = ((Main) spec.root().userObject()).folder;
        return given == null ? nearest() : checked(given);
    }

    private Path checked(Path folder) {
        if (!isDossier(folder)) {
            throw new ParameterException(
                    spec.commandLine(),
                    folder + " is no dossier: it has no " + SETTINGS + "; name another with -C DIR");
        }
        return folder;
    }

    private Path nearest() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .filter(DossierFolder::isDossier)
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no dossier here or above: no folder has a " + SETTINGS + "; name one with -C DIR"));
    }

    private static boolean isDossier(Path folder) {
        return Files.isRegularFile(folder.resolve(SETTINGS));
    }
}
