package org.dossier.problem;

import java.util.Comparator;

/**
 * One thing that a curator can fix.
 *
 * @param place where the value stands that is to be changed
 * @param severity whether it stops a build
 * @param code stable kebab-case name; a heading of {@code docs/problems.md} explains it at length
 * @param message what was found, with the value in quotation marks
 * @param remedy what to do next; empty when the message says it already
 */
public record Problem(Place place, Severity severity, String code, String message, String remedy)
        implements Comparable<Problem> {

    private static final Comparator<Problem> READING_ORDER = Comparator.comparing(Problem::place)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::code)
            .thenComparing(Problem::message)
            .thenComparing(Problem::remedy);

    public static Problem error(Place place, String code, String message, String remedy) {
        return new Problem(place, Severity.ERROR, code, message, remedy);
    }

    public static Problem warning(Place place, String code, String message, String remedy) {
        return new Problem(place, Severity.WARNING, code, message, remedy);
    }

    /** Message and remedy as one sentence. */
    public String sentence() {
        return remedy.isEmpty() ? message : message + "; " + remedy;
    }

    @Override
    public int compareTo(Problem other) {
        return READING_ORDER.compare(this, other);
    }

    /** The line that a terminal shows: {@code file:line:column: error[code]: message; remedy}. */
    @Override
    public String toString() {
        return place + ": " + severity + "[" + code + "]: " + sentence();
    }
}
