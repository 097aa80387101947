package org.dossier.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.claim.PartialDate;

/** Reads dates, and tells how one that is written otherwise has to be written. */
final class Dates {

    private static final String CODE = "bad-date";
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(" + String.join("|", MONTHS) + ")[a-z]*\\.?";
    private static final Pattern MONTH_YEAR = Pattern.compile(MONTH + ",? (\\d{4})");
    private static final Pattern DAY_MONTH_YEAR = Pattern.compile("(\\d{1,2})\\.? " + MONTH + ",? (\\d{4})");
    private static final Pattern MONTH_DAY_YEAR = Pattern.compile(MONTH + " (\\d{1,2}),? (\\d{4})");
    private static final Pattern NUMBER_YEAR = Pattern.compile("(\\d{1,2})[/.-](\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[/.-](\\d{1,2})(?:[/.-](\\d{1,2}))?");
    private static final Pattern YEAR_LAST = Pattern.compile("\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}");
    private static final Pattern SPAN =
            Pattern.compile("(\\d{4}(?:-\\d\\d){0,2})\\s*(?:to|until|/|–|-)\\s*(\\d{4}(?:-\\d\\d){0,2})");

    private Dates() {}

    static PartialDate parse(String typed) throws Mistake {
        Optional<PartialDate> date = PartialDate.parse(typed);
        if (date.isPresent()) {
            return date.get();
        }
        if (PartialDate.hasForm(typed)) {
            String what = typed.length() == "2025-07".length() ? "month" : "day";
            throw new Mistake(CODE, "there is no " + what + " " + typed, "look it up in the source again");
        }
        throw new Mistake(CODE, "'" + typed + "' is not a date", remedy(typed));
    }

    private static String remedy(String typed) {
        Matcher span = SPAN.matcher(typed);
        if (span.matches()) {
            return "write 'start date: " + span.group(1) + "' and 'end date: " + span.group(2) + "'";
        }
        if (YEAR_LAST.matcher(typed).matches()) {
            return "write the year first, then the month, such as 2025-07-04";
        }
        return yearFirst(typed.toLowerCase(Locale.ROOT))
                .flatMap(PartialDate::parse)
                .map(date -> "write " + date)
                .orElse("write 2025, 2025-07 or 2025-07-04, as precisely as the source has it");
    }

    private static Optional<String> yearFirst(String typed) {
        return match(MONTH_YEAR, typed)
                .map(found -> join(found.group(2), month(found.group(1)), ""))
                .or(() -> match(DAY_MONTH_YEAR, typed)
                        .map(found -> join(found.group(3), month(found.group(2)), found.group(1))))
                .or(() -> match(MONTH_DAY_YEAR, typed)
                        .map(found -> join(found.group(3), month(found.group(1)), found.group(2))))
                .or(() -> match(NUMBER_YEAR, typed).map(found -> join(found.group(2), found.group(1), "")))
                .or(() -> match(YEAR_FIRST, typed)
                        .map(found -> join(
                                found.group(1),
                                found.group(2),
                                Optional.ofNullable(found.group(3)).orElse(""))));
    }

    private static Optional<MatchResult> match(Pattern pattern, String typed) {
        Matcher matcher = pattern.matcher(typed);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static String month(String word) {
        return String.valueOf(MONTHS.indexOf(word) + 1);
    }

    private static String join(String year, String month, String day) {
        String text = year + "-" + twoDigits(month);
        return day.isEmpty() ? text : text + "-" + twoDigits(day);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
