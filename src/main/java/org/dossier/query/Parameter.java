package org.dossier.query;

import java.util.Locale;
import java.util.Set;
import org.dossier.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * A variable of a question that its asker may set.
 *
 * @param name of the variable, without the question mark
 * @param byDefault what is taken when nothing is typed; absent when something must be; {@value #ANY} leaves the variable
 *     open
 * @param description what it stands for; may be empty
 * @param place of the name in the question's file
 */
public record Parameter(
        String name, ParameterType type, @Nullable String byDefault, String description, Place place) {

    /** A default that leaves the variable as it is, so that every value answers. */
    public static final String ANY = "any";

    /** Names that mean something else to whoever asks, on the command line or in a page's address. */
    static final Set<String> RESERVED = Set.of(
            "format", "help", "iris", "network", "output", "page", "query", "sort", "timeout", "version", "width");

    public boolean isRequired() {
        return byDefault == null;
    }

    /** Whether it may be left open. */
    public boolean canBeAny() {
        return ANY.equals(byDefault);
    }

    /** Its name in small letters with hyphens, as options are written: {@code fromDate} is {@code from-date}. */
    public String optionName() {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
