package org.dossier.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, from the manifest of its jar. */
final class Version implements IVersionProvider {

    /** A program that runs from its classes, as in tests, has no manifest. */
    private static final String UNPACKAGED = "unpackaged";

    static String number() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), UNPACKAGED);
    }

    @Override
    public String[] getVersion() {
        return new String[] {"dossier " + number()};
    }
}
