package org.dossier.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/** Reads dates by stated patterns and refuses what fits none, or two with different days. */
final class Dates {

    /** How much of a date is wanted. */
    enum Part {
        DAY,
        MONTH,
        YEAR,
        /** As much as the pattern that fits gives. */
        AS_GIVEN
    }

    static final Type TYPE_OF_DAY = Type.typed(XSD.date.getURI());
    static final Type TYPE_OF_MONTH = Type.typed(XSD.gYearMonth.getURI());
    static final Type TYPE_OF_YEAR = Type.typed(XSD.gYear.getURI());

    private static final String ISO = "uuuu-MM-dd";
    private static final int LAST_YEAR = 9999;
    private static final LocalDate EXCEL_DAY_0 = LocalDate.of(1899, 12, 30);
    private static final String YEAR_OF_DAY_NUMBERS = "1905";
    private static final int FIRST_EXCEL_YEAR = 1970;
    private static final int LAST_EXCEL_YEAR = 2049;
    private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

    private Dates() {}

    static Optional<String> mistake(List<@Nullable String> constants) {
        return constants.stream()
                .skip(1)
                .flatMap(pattern -> mistake(pattern).stream())
                .findFirst();
    }

    private static Optional<String> mistake(@Nullable String pattern) {
        if (pattern == null) {
            return Optional.of("a pattern must stand in quotation marks, such as \"uuuu-MM-dd\"");
        }
        if (pattern.replaceAll("'[^']*'", "").contains("y")) {
            return Optional.of("write the year of the pattern '" + pattern + "' as uuuu, not yyyy");
        }
        try {
            formatter(pattern);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of("'" + pattern + "' is no pattern of dates; write it like M/d/uuuu or dd MMM uuuu");
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatter known = FORMATTERS.get(pattern);
        return known == null ? FORMATTERS.computeIfAbsent(pattern, Dates::make) : known;
    }

    private static DateTimeFormatter make(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** @param arguments the cell, then the patterns */
    static @Nullable String read(@Nullable String[] arguments, Part part, CellFunction.Trouble trouble) {
        String cell = arguments[0];
        if (cell == null) {
            return null;
        }
        if (arguments.length == 2 && part == Part.DAY && ISO.equals(arguments[1]) && isIsoDay(cell)) {
            return cell;
        }
        String found = null;
        for (int at = 1; at < arguments.length; at++) {
            String read = arguments[at] == null ? null : read(cell, arguments[at], part);
            if (read != null && found != null && !read.equals(found)) {
                trouble.with(0, "it is " + found + " by one pattern and " + read + " by another", "ambiguous-date");
                return null;
            }
            found = read == null ? found : read;
        }
        if (found == null) {
            trouble.with(0, "expected " + patterns(arguments), "not-a-date");
        } else if (found.startsWith(YEAR_OF_DAY_NUMBERS) && excelYear(arguments).isPresent()) {
            String reason =
                    "a spreadsheet shows the year " + excelYear(arguments).get() + " as this day";
            trouble.with(0, reason, "year-as-day");
            return null;
        }
        return found;
    }

    /**
     * The cell, or the year in place of a day by which a spreadsheet shows it: whoever types 2024 into a column of dates
     * sees the 2024th day that Excel counts.
     *
     * @param arguments the cell, then the patterns
     */
    static @Nullable String unspoilt(@Nullable String[] arguments, CellFunction.Trouble trouble) {
        if (arguments[0] == null) {
            return null;
        }
        Optional<String> year = excelYear(arguments);
        year.ifPresent(found -> trouble.with(
                0, "read as " + found + ", which a spreadsheet shows as this day", CellReports.EXCEL_YEAR));
        return year.orElse(arguments[0]);
    }

    private static Optional<String> excelYear(@Nullable String[] arguments) {
        return Stream.of(arguments)
                .skip(1)
                .filter(pattern -> pattern != null && !pattern.equals(ISO))
                .map(pattern -> read(String.valueOf(arguments[0]), String.valueOf(pattern), Part.AS_GIVEN))
                .filter(date -> date != null && date.startsWith(YEAR_OF_DAY_NUMBERS) && date.length() == ISO.length())
                .map(date -> ChronoUnit.DAYS.between(EXCEL_DAY_0, LocalDate.parse(String.valueOf(date))))
                .filter(number -> isBetween(number.intValue(), FIRST_EXCEL_YEAR, LAST_EXCEL_YEAR))
                .map(String::valueOf)
                .findFirst();
    }

    /** Whether a cell is a day by this pattern. */
    static boolean isDay(String cell, String pattern) {
        @Nullable String date = read(cell, pattern, Part.AS_GIVEN);
        return date != null && date.length() == ISO.length();
    }

    private static String patterns(@Nullable String[] arguments) {
        return String.join(" or ", List.of(arguments).subList(1, arguments.length));
    }

    /** Whether the cell is certainly a real day in the usual form; the 29th to 31st are left to the calendar. */
    private static boolean isIsoDay(String cell) {
        return cell.length() == ISO.length()
                && cell.charAt(4) == '-'
                && cell.charAt(7) == '-'
                && number(cell, 0, 4) > 0
                && isBetween(number(cell, 5, 7), 1, 12)
                && isBetween(number(cell, 8, 10), 1, 28);
    }

    private static boolean isBetween(int number, int first, int last) {
        return number >= first && number <= last;
    }

    /** The number that these digits make; -1 when they are no digits. */
    private static int number(String cell, int start, int end) {
        int number = 0;
        for (int at = start; at < end; at++) {
            int digit = cell.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static @Nullable String read(String cell, String pattern, Part part) {
        try {
            TemporalAccessor date = formatter(pattern).parse(cell);
            int year = date.get(ChronoField.YEAR);
            return isBetween(year, 1, LAST_YEAR) ? cut(date, part) : null;
        } catch (DateTimeException | IllegalArgumentException noDate) {
            return null;
        }
    }

    private static Part given(TemporalAccessor date) {
        if (date.isSupported(ChronoField.DAY_OF_MONTH)) {
            return Part.DAY;
        }
        return date.isSupported(ChronoField.MONTH_OF_YEAR) ? Part.MONTH : Part.YEAR;
    }

    /** The type of a date by its text: a day, a month or a year. */
    static Type type(String date) {
        return switch (date.length()) {
            case 4 -> TYPE_OF_YEAR;
            case 7 -> TYPE_OF_MONTH;
            default -> TYPE_OF_DAY;
        };
    }

    private static String cut(TemporalAccessor date, Part part) {
        return switch (part) {
            case DAY -> LocalDate.from(date).toString();
            case MONTH -> YearMonth.from(date).toString();
            case YEAR -> String.format(Locale.ROOT, "%04d", Year.from(date).getValue());
            case AS_GIVEN -> cut(date, given(date));
        };
    }
}
