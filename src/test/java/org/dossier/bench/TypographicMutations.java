package org.dossier.bench;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Changes of typography: whatever stands in the quote or in the text, the quote has to be found. */
final class TypographicMutations {

    /** Every space and line break of Unicode, the line break of Windows, and runs of them. */
    static final List<String> SPACES = List.of(
            "\t", "\n", "\u000B", "\f", "\r", "\r\n", "\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002",
            "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u2028", "\u2029",
            "\u202F", "\u205F", "\u3000", "  ", " \n  ");

    private static final List<String> INVISIBLE =
            List.of("\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u200E", "\u202A", "\uFE0F");
    private static final List<String> DASHES = List.of(
            "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\uFE63", "\uFF0D", "--");
    private static final List<String> SINGLE_QUOTES =
            List.of("'", "\u2018", "\u2019", "\u201A", "\u201B", "`", "\u02BC", "\u2032");
    private static final List<String> DOUBLE_QUOTES =
            List.of("\"", "\u201C", "\u201D", "\u201E", "\u201F", "\u00AB", "\u00BB");
    private static final List<String> DIVISIONS = List.of("-\n", "-\r\n", "- \n  ", "\u2010\n", "\u00AD\n");
    private static final Map<String, String> LIGATURES = ligatures();

    private final String text;
    private final Spans spans;
    private final Random random;
    private int turn;

    TypographicMutations(String text, Spans spans, Random random) {
        this.text = text;
        this.spans = spans;
        this.random = random;
    }

    private static Map<String, String> ligatures() {
        Map<String, String> ligatures = new LinkedHashMap<>();
        ligatures.put("ffi", "\uFB03");
        ligatures.put("ffl", "\uFB04");
        ligatures.put("ff", "\uFB00");
        ligatures.put("fi", "\uFB01");
        ligatures.put("fl", "\uFB02");
        ligatures.put("st", "\uFB06");
        return ligatures;
    }

    /** All changes that these words allow, in the quote and in the text. */
    Stream<Mutant> of(List<String> words) {
        turn++;
        String span = String.join(" ", words);
        return Stream.of(
                        both("a space", span, one(span, List.of(" "), SPACES)),
                        both("a dash", span, one(span, DASHES.subList(0, 8), DASHES)),
                        both("a single quotation mark", span, one(span, SINGLE_QUOTES, SINGLE_QUOTES)),
                        both("a double quotation mark", span, one(span, DOUBLE_QUOTES, DOUBLE_QUOTES)),
                        both("something invisible", span, invisible(span)),
                        both("a ligature", span, ligature(span)),
                        both("a decomposed accent", span, Optional.of(Normalizer.normalize(span, Normalizer.Form.NFD))),
                        both("the ellipsis", span, Optional.of(span.replace("\u2026", "..."))),
                        inText("a word divided at a line's end", span, divided(words)),
                        inText("a compound divided at its hyphen", span, Optional.of(span.replace("-", "-\n"))),
                        elided(words).stream())
                .flatMap(mutants -> mutants);
    }

    private Stream<Mutant> both(String kind, String span, Optional<String> changed) {
        Stream<Mutant> inQuote =
                changed.filter(mutant -> !mutant.equals(span)).map(mutant -> Mutant.alike(kind, text, mutant)).stream();
        return Stream.concat(inQuote, inText(kind, span, changed));
    }

    private Stream<Mutant> inText(String kind, String span, Optional<String> changed) {
        return changed
                .filter(mutant -> !mutant.equals(span))
                .map(mutant -> Mutant.alike(kind + ", in the text", text.replace(span, mutant), span))
                .stream();
    }

    /** One of these characters, within the span, becomes the next of those. */
    private Optional<String> one(String span, List<String> from, List<String> to) {
        return from.stream()
                .filter(character -> span.indexOf(character, 1) > 0 && span.indexOf(character, 1) < span.length() - 1)
                .findFirst()
                .map(character -> {
                    int at = span.indexOf(character, 1);
                    return span.substring(0, at) + to.get(turn % to.size()) + span.substring(at + character.length());
                });
    }

    private Optional<String> invisible(String span) {
        int at = 1 + random.nextInt(span.length() - 1);
        return Optional.of(span.substring(0, at) + INVISIBLE.get(turn % INVISIBLE.size()) + span.substring(at));
    }

    private static Optional<String> ligature(String span) {
        return LIGATURES.keySet().stream()
                .filter(span::contains)
                .findFirst()
                .map(letters -> span.replace(letters, LIGATURES.get(letters)));
    }

    private Optional<String> divided(List<String> words) {
        int at = spans.inner(words, word -> word.length() > 5 && word.chars().allMatch(Character::isLetter));
        if (at < 0) {
            return Optional.empty();
        }
        String word = words.get(at);
        int middle = 2 + random.nextInt(word.length() - 4);
        String divided = word.substring(0, middle) + DIVISIONS.get(turn % DIVISIONS.size()) + word.substring(middle);
        return Optional.of(replaced(words, at, divided));
    }

    static String replaced(List<String> words, int at, String word) {
        List<String> changed = new ArrayList<>(words);
        changed.set(at, word);
        return String.join(" ", changed);
    }

    /** The sign of elision in place of the middle, where both ends stand at one place each. */
    private Optional<Mutant> elided(List<String> words) {
        if (words.size() < 7) {
            return Optional.empty();
        }
        String first = String.join(" ", words.subList(0, 3));
        String last = String.join(" ", words.subList(words.size() - 3, words.size()));
        String sign = turn % 2 == 0 ? " [...] " : " [\u2026] ";
        return spans.standsOnce(first) && spans.standsOnce(last)
                ? Optional.of(Mutant.alike("a marked elision", text, first + sign + last))
                : Optional.empty();
    }
}
