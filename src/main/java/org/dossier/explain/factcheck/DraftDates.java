package org.dossier.explain.factcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.claim.PartialDate;

/** Dates in English sentences, and the sentence without them, so that their numbers are not taken for amounts. */
final class DraftDates {

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final String MONTH = "(?<month>" + String.join("|", MONTHS) + ")";
    private static final Pattern DATE = Pattern.compile(
            "(?i)\\b(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?" + MONTH
                    + "(?:\\s+(?<after>\\d{1,2})(?:st|nd|rd|th)?,)?,?\\s+(?:of\\s+)?(?<year>\\d{4})\\b"
                    + "|\\b(?<iso>(?:19|20)\\d{2}(?:-\\d{2}(?:-\\d{2})?)?)\\b(?!\\s*(?:TB|%|people|terabytes|dollars|euros))");

    private final List<PartialDate> found = new ArrayList<>();
    private final StringBuilder rest = new StringBuilder();

    private DraftDates(String sentence) {
        Matcher date = DATE.matcher(sentence);
        while (date.find()) {
            Optional<PartialDate> read = PartialDate.parse(text(date));
            read.ifPresent(found::add);
            date.appendReplacement(
                    rest, read.isPresent() ? " ".repeat(date.group().length()) : "$0");
        }
        date.appendTail(rest);
    }

    static DraftDates in(String sentence) {
        return new DraftDates(sentence);
    }

    private static String text(Matcher date) {
        if (date.group("iso") != null) {
            return date.group("iso");
        }
        int month = MONTHS.indexOf(date.group("month").toLowerCase(Locale.ROOT)) + 1;
        String day = date.group("day") != null ? date.group("day") : date.group("after");
        String whole = String.format(Locale.ROOT, "%s-%02d", date.group("year"), month);
        return day == null ? whole : String.format(Locale.ROOT, "%s-%02d", whole, Integer.valueOf(day));
    }

    List<PartialDate> found() {
        return found;
    }

    /** The sentence with blanks for its dates, of the same length. */
    String rest() {
        return rest.toString();
    }
}
