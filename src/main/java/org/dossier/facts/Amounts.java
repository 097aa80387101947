package org.dossier.facts;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.claim.Value;
import org.dossier.problem.DidYouMean;
import org.dossier.vocabulary.Concept;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts, {@code [sign] number [thousand … trillion] unit}, with the signs and units that the ontology has
 * notations for. A unit that is a sign may stand before the number, as in {@code $75 billion}.
 */
final class Amounts {

    private static final String CODE = "bad-amount";
    private static final String AS_GIVEN = "as-given";
    private static final Map<String, Integer> ZEROS = Map.of("thousand", 3, "million", 6, "billion", 9, "trillion", 12);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern WITH_COMMA = Pattern.compile("-?[0-9]+(,[0-9]+)+(\\.[0-9]+)?");
    private static final Pattern RANGE = Pattern.compile("(?:-|–|to |or |and ).*");

    /** Names of units and precisions by what people type for them. */
    private final Map<String, String> units;

    private final Map<String, String> precisions;
    private final Pattern form;

    Amounts(Vocabulary vocabulary) {
        this.units = notations(vocabulary, "unit");
        this.precisions = notations(vocabulary, "precision");
        this.form = Pattern.compile("(?:(?<sign>(?i:" + alternatives(precisions) + "))\\s*)?"
                + "(?<minus>-(?=[^0-9]))?"
                + "(?:(?<before>" + alternatives(units) + ")\\s*)?"
                + "(?<number>-?[0-9][0-9.,'’_]*)\\s*"
                + "(?:(?<scale>(?i:thousand|million|billion|trillion))\\b\\s*)?"
                + "(?<unit>.*)");
    }

    private static Map<String, String> notations(Vocabulary vocabulary, String scheme) {
        Map<String, String> names = new TreeMap<>();
        for (Concept concept : vocabulary.conceptsOf(scheme)) {
            concept.notations().forEach(notation -> names.put(notation, concept.name()));
        }
        return names;
    }

    /** The longest first, so that {@code >=} is not taken for {@code >}; a word ends where its letters end. */
    private static String alternatives(Map<String, String> notations) {
        return notations.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(notation -> Pattern.quote(notation) + (endsWithLetter(notation) ? "(?=\\s)" : ""))
                .collect(Collectors.joining("|"));
    }

    private static boolean endsWithLetter(String notation) {
        return Character.isLetter(notation.codePointBefore(notation.length()));
    }

    /** @param fitting names of the units that fit what is measured; empty when any does */
    Value.Amount parse(String typed, List<String> fitting) throws Mistake {
        Matcher parts = form.matcher(typed.replaceAll("[\\s\\p{Z}]+", " ").strip());
        if (!parts.matches()) {
            throw new Mistake(CODE, "'" + typed + "' is not an amount", remedyForWords(typed));
        }
        BigDecimal number = number(typed, parts);
        String unit = unit(typed, parts, fitting);
        return new Value.Amount(number, unit, precision(parts.group("sign")));
    }

    private static String remedyForWords(String typed) {
        return typed.matches(".*[0-9].*")
                ? "write digits, behind a sign such as '~' or 'nearly' if need be"
                : "leave it out here and say it in 'text'";
    }

    private String precision(@Nullable String sign) {
        return sign == null ? AS_GIVEN : precisions.getOrDefault(sign.toLowerCase(Locale.ROOT), AS_GIVEN);
    }

    /** @param key what the sum is of */
    Value.Money money(String typed, String key) throws Mistake {
        if (NUMBER.matcher(typed).matches()) {
            throw new Mistake("no-unit", "'" + typed + "' has no unit", "write '$" + typed + "'");
        }
        Value.Amount amount = parse(typed, List.of());
        if (!amount.unit().equals(units.get("$"))) {
            throw new Mistake(
                    "wrong-unit", "'" + key + "' is counted in dollars, not as '" + typed + "'", "begin it with '$'");
        }
        if (!amount.precision().equals(AS_GIVEN)) {
            String remedy = "a sum that is not exact is the 'value' of a measurement";
            throw new Mistake(CODE, "'" + typed + "': '" + key + "' takes a sum as it is", remedy);
        }
        return new Value.Money(amount.number());
    }

    private static BigDecimal number(String typed, Matcher parts) throws Mistake {
        String digits = parts.group("number");
        String rest = parts.group("unit");
        if (!NUMBER.matcher(digits).matches()) {
            throw badNumber(typed, digits);
        }
        if (!rest.isEmpty() && Character.isDigit(rest.charAt(0))) {
            String joined = digits + rest.split(" ", 2)[0];
            throw new Mistake(CODE, "'" + typed + "': a space stands within the number", "write " + joined);
        }
        if (RANGE.matcher(rest).matches() && rest.matches(".*[0-9].*")) {
            String remedy = "write one end with 'more than' or 'less than', or each as a record of its own";
            throw new Mistake(CODE, "'" + typed + "' is a range, not one amount", remedy);
        }
        String scale = parts.group("scale");
        int zeros = scale == null ? 0 : ZEROS.getOrDefault(scale.toLowerCase(Locale.ROOT), 0);
        BigDecimal plain = new BigDecimal(digits).scaleByPowerOfTen(zeros).stripTrailingZeros();
        BigDecimal whole = plain.scale() < 0 ? plain.setScale(0) : plain;
        return parts.group("minus") == null ? whole : whole.negate();
    }

    private static Mistake badNumber(String typed, String digits) {
        if (!WITH_COMMA.matcher(digits).matches()) {
            return new Mistake(CODE, "'" + typed + "' is not an amount", "write digits with at most one point");
        }
        String whole = digits.replaceAll("[.,]", "");
        String decimal = digits.replace(",", ".");
        boolean canBeDecimal = NUMBER.matcher(decimal).matches();
        boolean canBeThousands = digits.matches("[0-9]{1,3}(,[0-9]{3})+");
        String point =
                canBeDecimal ? new BigDecimal(decimal).stripTrailingZeros().toPlainString() : "";
        String remedy =
                "write " + (canBeThousands ? whole : "") + (canBeThousands && canBeDecimal ? " or " : "") + point;
        return new Mistake(CODE, "'" + typed + "': a comma may mean thousands or a decimal", remedy);
    }

    private String unit(String typed, Matcher parts, List<String> fitting) throws Mistake {
        String before = parts.group("before");
        String after = parts.group("unit");
        if (before == null && after.isEmpty()) {
            String remedy = "write what is counted, such as '" + typed + " " + example(fitting) + "'";
            throw new Mistake("no-unit", "'" + typed + "' has no unit", remedy);
        }
        if (before != null && !after.isEmpty()) {
            String remedy = "write one unit, and thousand, million, billion or trillion in full";
            throw new Mistake(CODE, "'" + typed + "': '" + after + "' stands behind a number that has a unit", remedy);
        }
        String written = before == null ? after : before;
        String unit = units.get(written);
        if (unit == null) {
            throw new Mistake("unknown-unit", "no unit '" + written + "'", remedyForUnit(written));
        }
        return unit;
    }

    private String remedyForUnit(String written) {
        return DidYouMean.remedy(units.keySet(), written, "units are " + String.join(", ", shortest()));
    }

    /** What people type for these units, or for any unit. */
    List<String> notations(List<String> fitting) {
        return units.entrySet().stream()
                .filter(entry -> fitting.isEmpty() || fitting.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** One notation of each unit. */
    private List<String> shortest() {
        Map<String, String> shortest = new TreeMap<>();
        units.forEach((notation, unit) ->
                shortest.merge(unit, notation, (one, other) -> one.length() <= other.length() ? one : other));
        return List.copyOf(shortest.values());
    }

    private String example(List<String> fitting) {
        List<String> known = notations(fitting);
        return known.contains("TB") || known.isEmpty() ? "TB" : known.get(0);
    }
}
