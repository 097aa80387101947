package org.dossier.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time stamps of a transcript: at the beginning of a line, or in brackets anywhere. */
final class TimeStamps {

    private static final String TIME = "(?:(\\d{1,2}):)?(\\d{1,2}):(\\d{2})";
    private static final Pattern TYPED = Pattern.compile(TIME);
    private static final Pattern AT_START_OF_LINE =
            Pattern.compile("(?m)(?:^[ \\t]*|[\\[(])" + TIME + "(?:[.,]\\d{1,3})?(?=[\\s\\])-]|$)");

    private TimeStamps() {}

    /**
     * A time stamp and what is said from it to the next one.
     *
     * @param second counted from the beginning of the recording
     */
    record Stamp(int second, Extent extent) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
        }
    }

    /** The second that a text such as {@code 00:14:05} or {@code 14:05} names. */
    static OptionalInt second(String typed) {
        Matcher time = TYPED.matcher(typed);
        return time.matches() ? OptionalInt.of(second(time)) : OptionalInt.empty();
    }

    private static int second(MatchResult time) {
        int hours = time.group(1) == null ? 0 : Integer.parseInt(time.group(1));
        return hours * 3600 + Integer.parseInt(time.group(2)) * 60 + Integer.parseInt(time.group(3));
    }

    static List<Stamp> of(String text) {
        List<MatchResult> found = AT_START_OF_LINE.matcher(text).results().toList();
        List<Stamp> stamps = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int end = i + 1 < found.size() ? found.get(i + 1).start() : text.length();
            stamps.add(new Stamp(second(found.get(i)), new Extent(found.get(i).start(), end)));
        }
        return stamps;
    }
}
