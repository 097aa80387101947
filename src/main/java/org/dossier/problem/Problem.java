package org.dossier.problem;

import java.util.Comparator;
import java.util.regex.Pattern;

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

    /** Line ends, signs that steer a terminal, and signs that turn the direction of what follows. */
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

    /** What is quoted may hold anything; a problem is one line all the same, and what stands there can be seen. */
    public Problem {
        message = visible(message);
        remedy = visible(remedy);
    }

    private static String visible(String text) {
        return STEERING.matcher(text)
                .replaceAll(sign ->
                        "\\\\u" + String.format("%04X", (int) sign.group().charAt(0)));
    }

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
