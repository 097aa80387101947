package org.dossier.explain.factcheck;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in an order: <i>third largest importer</i>.
 *
 * @param place 1 for the largest itself
 * @param most the superlative
 * @param what the word behind it
 */
record Rank(int place, String most, String what) {

    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
    private static final Pattern FORM = Pattern.compile("(?i)(?<!\\bone of (?:the|its|their) )\\b(?:(?<ordinal>"
            + String.join("|", ORDINALS) + "|\\d{1,3}(?:st|nd|rd|th))[- ])?"
            + "(?<most>highest|largest|biggest|greatest|lowest|smallest|most|least|best|worst)[- ](?<what>\\p{L}+)");

    /** Every rank that a text speaks of. */
    static List<Rank> in(String text) {
        return FORM.matcher(text)
                .results()
                .map(found -> FORM.matcher(found.group()))
                .filter(Matcher::matches)
                .map(found -> new Rank(place(found.group("ordinal")), lower(found, "most"), lower(found, "what")))
                .toList();
    }

    private static String lower(Matcher found, String group) {
        return found.group(group).toLowerCase(Locale.ROOT);
    }

    private static int place(@Nullable String ordinal) {
        if (ordinal == null) {
            return 1;
        }
        int word = ORDINALS.indexOf(ordinal.toLowerCase(Locale.ROOT));
        return word >= 0 ? word + 1 : Integer.parseInt(ordinal.replaceAll("\\D", ""));
    }

    boolean isInOrderOf(Rank other) {
        return most.equals(other.most) && what.equals(other.what);
    }

    String text() {
        return place == 1 ? most + " " + what : "number " + place + " of the " + most + " " + what;
    }
}
