package org.dossier.explain.factcheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.vocabulary.Concept;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Finds amounts in sentences by the signs and units of the ontology, and by the words for <i>so many times</i>. */
final class DraftAmounts {

    private static final String AS_GIVEN = "as-given";
    private static final Map<String, Integer> ZEROS = Map.of("thousand", 3, "million", 6, "billion", 9, "trillion", 12);

    /** How writers say what the ontology has a sign for. */
    private static final Map<String, String> MORE_PRECISIONS = Map.of("roughly", "approximate", "some", "approximate");

    private static final Map<String, Integer> FOLD = Map.of(
            "doubl",
            2,
            "tripl",
            3,
            "quadrupl",
            4,
            "twofold",
            2,
            "threefold",
            3,
            "fourfold",
            4,
            "fivefold",
            5,
            "tenfold",
            10);
    private static final Pattern GROWTH = Pattern.compile("(?i)(?:\\b(?<sign>more than|over|nearly|almost|about)\\s+)?"
            + "\\b(?<word>doubl|tripl|quadrupl|twofold|threefold|fourfold|fivefold|tenfold)(?:ed?|ing)?\\b");

    private final Map<String, String> units;
    private final Map<String, String> precisions;
    private final Pattern form;
    private final NumberWords numberWords;

    DraftAmounts(Vocabulary vocabulary) {
        this.units = notations(vocabulary, "unit");
        this.numberWords = new NumberWords(measures(units));
        this.precisions = notations(vocabulary, "precision");
        this.precisions.putAll(MORE_PRECISIONS);
        this.form = Pattern.compile("(?:(?<![\\w])(?<sign>(?i:" + alternatives(precisions, true) + "))\\s*)?"
                + "(?:(?<before>" + alternatives(units, false) + ")\\s*)?"
                + "(?<![\\w.,-])(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?![\\w]*-)\\s*"
                + "(?:(?<scale>(?i:thousand|million|billion|trillion))\\b\\s*)?"
                + "(?:(?<after>" + alternatives(units, true) + ")(?!\\w))?");
    }

    private static Map<String, String> notations(Vocabulary vocabulary, String scheme) {
        Map<String, String> names = new TreeMap<>();
        for (Concept concept : vocabulary.conceptsOf(scheme)) {
            concept.notations().forEach(notation -> names.put(notation, concept.name()));
        }
        return names;
    }

    /** Words for units of measure: not what is counted in whole ones, of which anything may be two or three. */
    private static Set<String> measures(Map<String, String> units) {
        return units.entrySet().stream()
                .filter(unit -> !AmountRule.COUNTED.contains(unit.getValue())
                        && !unit.getValue().equals("times"))
                .map(Map.Entry::getKey)
                .filter(word -> word.codePoints().allMatch(Character::isLetter))
                .collect(Collectors.toSet());
    }

    /** @param withWords words too, or signs such as {@code $} alone */
    private static String alternatives(Map<String, String> notations, boolean withWords) {
        return notations.keySet().stream()
                .filter(notation -> withWords || !Character.isLetter(notation.codePointBefore(notation.length())))
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    List<DraftAmount> in(String typed) {
        String sentence = numberWords.inDigits(typed);
        List<DraftAmount> found = new ArrayList<>();
        Matcher amount = form.matcher(sentence);
        while (amount.find()) {
            found.add(read(amount));
        }
        Matcher growth = GROWTH.matcher(sentence);
        while (growth.find()) {
            int times = FOLD.getOrDefault(growth.group("word").toLowerCase(Locale.ROOT), 1);
            Reach reach = new Reach(BigDecimal.valueOf(times), precision(growth.group("sign")));
            found.add(new DraftAmount(reach, "times", growth.group().strip()));
        }
        return found;
    }

    private DraftAmount read(Matcher amount) {
        String scale = amount.group("scale");
        int zeros = scale == null ? 0 : ZEROS.getOrDefault(scale.toLowerCase(Locale.ROOT), 0);
        BigDecimal number = new BigDecimal(amount.group("number").replace(",", "")).scaleByPowerOfTen(zeros);
        String written = amount.group("before") != null ? amount.group("before") : amount.group("after");
        String unit = written == null ? null : units.get(written);
        return new DraftAmount(
                new Reach(number, precision(amount.group("sign"))),
                unit,
                amount.group().strip());
    }

    private String precision(@Nullable String sign) {
        return sign == null ? AS_GIVEN : precisions.getOrDefault(sign.toLowerCase(Locale.ROOT), AS_GIVEN);
    }
}
