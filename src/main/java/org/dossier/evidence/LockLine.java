package org.dossier.evidence;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.claim.EntityId;

/**
 * Writes and reads one line of {@code facts/quotes.lock}: columns divided by tabs. Characters that nobody can see are
 * written as {@code \}{@code u00A0}, so that a reviewer sees them.
 */
final class LockLine {

    static final String HEADER = "source\tsha256\tlocator\tquote\tgrade\tplaces\town characters";

    private static final int COLUMNS = 7;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
    private static final Pattern PLACES = Pattern.compile("\\d{1,9}-\\d{1,9}(?:,\\d{1,9}-\\d{1,9})*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(\\\\|u[0-9A-F]{4})");

    private LockLine() {}

    static String write(LockEntry entry) {
        return Stream.of(
                        entry.key().source().name(),
                        entry.sha256(),
                        escape(entry.key().locator()),
                        escape(entry.key().quote()),
                        entry.grade().concept(),
                        entry.places().stream()
                                .map(place -> place.start() + "-" + place.end())
                                .collect(joining(",")),
                        escape(entry.own()))
                .collect(joining("\t"));
    }

    /** The entry of a line; nothing when the line is not as {@link #write} leaves it, or fits not its own quote. */
    static Optional<LockEntry> read(String line) {
        String[] cells = line.split("\t", -1);
        boolean isWhole = cells.length == COLUMNS
                && ID.matcher(cells[0]).matches()
                && DIGEST.matcher(cells[1]).matches()
                && PLACES.matcher(cells[5]).matches();
        if (!isWhole) {
            return Optional.empty();
        }
        LockEntry.Key key = new LockEntry.Key(new EntityId(cells[0]), unescape(cells[2]), unescape(cells[3]));
        return grade(cells[4])
                .map(grade -> new LockEntry(key, cells[1], grade, places(cells[5]), unescape(cells[6])))
                .filter(LockEntry::fitsQuote);
    }

    private static Optional<QuoteGrade> grade(String concept) {
        return Stream.of(QuoteGrade.values())
                .filter(grade -> grade.isFound() && grade.concept().equals(concept))
                .findFirst();
    }

    private static List<Extent> places(String cell) {
        return Stream.of(cell.split(",", -1)).map(LockLine::place).toList();
    }

    private static Extent place(String text) {
        int dash = text.indexOf('-');
        int start = Integer.parseInt(text.substring(0, dash));
        int end = Integer.parseInt(text.substring(dash + 1));
        return new Extent(start, Math.max(start, end));
    }

    private static String escape(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (character == '\\') {
                line.append("\\\\");
            } else if (isHidden(character)) {
                Character.toString(character).chars().forEach(unit -> line.append(String.format("\\u%04X", unit)));
            } else {
                line.appendCodePoint(character);
            }
        });
        return line.toString();
    }

    /** Everything that looks like nothing or like an ordinary space, or that no file can hold, and would get lost. */
    private static boolean isHidden(int character) {
        return character != ' '
                && (Normaliser.isSpace(character)
                        || Normaliser.isInvisible(character)
                        || Character.isISOControl(character)
                        || Character.getType(character) == Character.SURROGATE);
    }

    private static String unescape(String cell) {
        return ESCAPE.matcher(cell).replaceAll(LockLine::character);
    }

    private static String character(MatchResult escape) {
        String code = escape.group(1);
        return code.equals("\\")
                ? "\\\\"
                : Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.substring(1), 16)));
    }
}
