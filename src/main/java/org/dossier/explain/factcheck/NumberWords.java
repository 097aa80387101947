package org.dossier.explain.factcheck;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes numbers that stand in words in digits. Small ones become digits only before a unit of measure: <i>one of them</i>
 * and <i>two reasons</i> count nothing that is on file.
 */
final class NumberWords {

    private static final List<String> UP_TO_NINETEEN = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Map<String, Integer> ZEROS = Map.of("thousand", 3, "million", 6, "billion", 9, "trillion", 12);
    private static final Map<String, Integer> GROUPS = Map.of("dozen", 12, "hundred", 100);
    private static final Map<String, Integer> SMALL = small();

    private static final String COUNT = alternatives(SMALL.keySet());
    private static final String LARGE =
            alternatives(Set.of("dozen", "hundred", "thousand", "million", "billion", "trillion"));
    private static final Pattern NUMBER = Pattern.compile("(?i)(?<![\\w-])(?:"
            + "(?<half>half\\s+an?)\\s+(?<halved>" + LARGE + ")"
            + "|(?<whole>" + COUNT + ")\\s+and\\s+a\\s+half\\s+(?<scale>" + LARGE + ")"
            + "|(?:an?\\s+)?(?<run>(?:(?<=\\ban?\\s)" + LARGE + "|" + COUNT + ")"
            + "(?:(?:-|\\s+|(?<=hundred|thousand|million|billion)\\s+and\\s+)(?:" + LARGE + "|" + COUNT + "))*)"
            + ")(?![\\w-])");

    private final Pattern measure;

    /** @param measures words for units of which there may be a few: terabytes, dollars */
    NumberWords(Set<String> measures) {
        this.measure = Pattern.compile("\\s+(?:" + alternatives(measures) + ")(?!\\w)");
    }

    private static Map<String, Integer> small() {
        Map<String, Integer> small = new HashMap<>();
        UP_TO_NINETEEN.forEach(word -> small.put(word, UP_TO_NINETEEN.indexOf(word)));
        TENS.forEach(word -> small.put(word, 10 * (TENS.indexOf(word) + 2)));
        return small;
    }

    private static String alternatives(Set<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    String inDigits(String sentence) {
        return NUMBER.matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(digits((Matcher) found, sentence)));
    }

    private String digits(Matcher found, String sentence) {
        if (found.group("half") != null) {
            return written(new BigDecimal("0.5"), found.group("halved"));
        }
        if (found.group("whole") != null) {
            BigDecimal whole = BigDecimal.valueOf(SMALL.getOrDefault(lower(found.group("whole")), 0));
            return written(whole.add(new BigDecimal("0.5")), found.group("scale"));
        }
        String[] words = lower(found.group("run")).split("[-\\s]+");
        boolean isLarge = List.of(words).stream().anyMatch(word -> ZEROS.containsKey(word) || GROUPS.containsKey(word));
        return isLarge || isBeforeMeasure(found, sentence) ? value(words) : found.group();
    }

    private boolean isBeforeMeasure(MatchResult found, String sentence) {
        return measure.matcher(sentence).region(found.end(), sentence.length()).lookingAt();
    }

    private static String lower(@Nullable String words) {
        return String.valueOf(words).toLowerCase(Locale.ROOT);
    }

    /** Half of a large number, or so many and a half. */
    private static String written(BigDecimal times, @Nullable String scale) {
        String word = lower(scale);
        return GROUPS.containsKey(word)
                ? plain(times.multiply(BigDecimal.valueOf(GROUPS.getOrDefault(word, 1))))
                : plain(times) + " " + word;
    }

    private static String value(String[] words) {
        BigDecimal whole = BigDecimal.ZERO;
        long group = 0;
        for (String word : words) {
            if (ZEROS.containsKey(word)) {
                whole = whole.add(
                        BigDecimal.valueOf(Math.max(1, group)).scaleByPowerOfTen(ZEROS.getOrDefault(word, 0)));
                group = 0;
            } else if (GROUPS.containsKey(word)) {
                group = Math.max(1, group) * GROUPS.getOrDefault(word, 1);
            } else {
                group += SMALL.getOrDefault(word, 0);
            }
        }
        return plain(whole.add(BigDecimal.valueOf(group)));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
