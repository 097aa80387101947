package org.dossier.problem;

import org.jspecify.annotations.Nullable;

/**
 * The surroundings failed: a disk, port, lock or permission. Its message names the file or address and says in one line
 * what to do; nobody is shown its stack trace.
 */
public final class SurroundingsException extends RuntimeException {

    public SurroundingsException(String message) {
        this(message, null);
    }

    public SurroundingsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
