package org.dossier.cli;

/** What the program tells the shell when it ends. */
enum ExitCode {
    OK(0),
    /** The input has problems that a curator can fix. */
    PROBLEMS(1),
    /** The command line or the configuration is wrong. */
    USAGE(2),
    /** Disk, port, lock or permission. */
    SURROUNDINGS(3),
    /** We made a mistake. */
    OUR_MISTAKE(70);

    final int code;

    ExitCode(int code) {
        this.code = code;
    }
}
