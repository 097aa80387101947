package org.dossier.claim;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year, a month or a day, as precise as the source gives it.
 *
 * @param text {@code 2025}, {@code 2025-07} or {@code 2025-07-04}; sorts in order of time
 */
public record PartialDate(String text) implements Comparable<PartialDate> {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    /** @throws IllegalArgumentException when the text has another form or names a day that never was */
    public PartialDate {
        if (!isReal(text)) {
            throw new IllegalArgumentException("not a date: " + text);
        }
    }

    public static Optional<PartialDate> parse(String text) {
        return isReal(text) ? Optional.of(new PartialDate(text)) : Optional.empty();
    }

    /** Whether the text looks like a date, be it one that never was, such as 2025-02-30. */
    public static boolean hasForm(String text) {
        return FORM.matcher(text).matches();
    }

    private static boolean isReal(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        try {
            if (parts.group(3) != null) {
                LocalDate.parse(text);
            } else if (parts.group(2) != null) {
                YearMonth.parse(text);
            }
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    public boolean isDay() {
        return text.length() == "2025-07-04".length();
    }

    public boolean isMonth() {
        return text.length() == "2025-07".length();
    }

    /**
     * Whether this certainly lies before the other: a month is not before a day within it.
     */
    public boolean isBefore(PartialDate other) {
        int shared = Math.min(text.length(), other.text.length());
        return text.substring(0, shared).compareTo(other.text.substring(0, shared)) < 0;
    }

    @Override
    public int compareTo(PartialDate other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
