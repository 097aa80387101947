package org.dossier.problem;

import java.util.Locale;

/** Whether a problem stops a build. */
public enum Severity {
    ERROR,
    WARNING;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
