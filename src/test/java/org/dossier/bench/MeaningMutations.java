package org.dossier.bench;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Changes that make another text of a quote: none of them may be found, and each has to be told by its cause. */
final class MeaningMutations {

    private static final String CHARACTER = "another character: ";
    private static final String WORD = "another word: |missing: |added: ";
    private static final String MISSING = "missing: ";
    private static final String ADDED = "added: ";
    private static final String WITHIN = "stands only within ";
    private static final String ELISION = "write '\\[\\.\\.\\.\\]'";
    private static final String NOTHING = "nothing like it";

    private static final Set<String> NEGATIONS = Set.of("not", "no", "never", "nobody", "none", "without");
    private static final List<String> NOWHERE =
            List.of("zyxwv", "quolk", "brimthar", "ulvegg", "snorp", "jaxxin", "wopple", "krendle", "yivvo");

    /** What a letter looks like and is not: its Cyrillic twins. */
    private static final String LATIN = "aceopxyi";

    private static final String TWINS = "\u0430\u0441\u0435\u043E\u0440\u0445\u0443\u0456";

    private final String text;
    private final List<String> vocabulary;
    private final Spans spans;
    private final Random random;

    MeaningMutations(String text, Spans spans, Random random) {
        this.text = text;
        this.vocabulary = Stream.of(text.split("\\s+"))
                .filter(MeaningMutations::isLongWord)
                .distinct()
                .toList();
        this.spans = spans;
        this.random = random;
    }

    /** All changes that these words allow. */
    Stream<Mutant> of(List<String> words) {
        return Stream.of(
                        changed("a digit", CHARACTER, words, this::otherDigit),
                        changed("a full-width digit", CHARACTER, words, MeaningMutations::fullWidth),
                        changed("a letter", CHARACTER, words, this::otherLetter),
                        changed("a letter that looks the same", CHARACTER, words, MeaningMutations::twin),
                        changed("a capital", CHARACTER, words, MeaningMutations::otherCase),
                        changed("an accent", CHARACTER, words, MeaningMutations::accent),
                        changed("an accent, decomposed", CHARACTER, words, MeaningMutations::decomposedAccent),
                        changed("brackets", CHARACTER, words, word -> "[" + word + "]"),
                        changed("a dropped bracket", CHARACTER, words, word -> word.replaceAll("[()\\[\\]]", "")),
                        changed("a dropped comma", CHARACTER, words, word -> word.replace(",", "")),
                        changed("another word", WORD, words, this::otherWord),
                        dropped("a dropped word", words, MeaningMutations::isLongWord),
                        dropped("a dropped negation", words, NEGATIONS::contains),
                        added(words),
                        swapped(words),
                        elided("words left out", words, " "),
                        elided("words left out for dots", words, " ... "),
                        elided("words left out for an ellipsis", words, " \u2026 "),
                        cut(words),
                        Optional.of(other("words from nowhere", NOTHING, nowhere(words.size()))))
                .flatMap(Optional::stream)
                .filter(mutant -> !text.contains(mutant.quote()));
    }

    private Mutant other(String kind, String cause, String quote) {
        return Mutant.other(kind, text, quote, cause);
    }

    /** One of the inner words is changed. */
    private Optional<Mutant> changed(String kind, String cause, List<String> words, UnaryOperator<String> change) {
        int at = spans.inner(words, word -> !change.apply(word).equals(word));
        return at < 0
                ? Optional.empty()
                : Optional.of(
                        other(kind, cause, TypographicMutations.replaced(words, at, change.apply(words.get(at)))));
    }

    private String otherDigit(String word) {
        return word.matches(".*\\d.*")
                ? word.replaceFirst(
                        "\\d", "" + otherDigit(word.replaceAll("\\D", "").charAt(0)))
                : word;
    }

    private static int otherDigit(char digit) {
        return (digit - '0' + 3) % 10;
    }

    private static String fullWidth(String word) {
        StringBuilder wide = new StringBuilder();
        boolean isDone = false;
        for (char character : word.toCharArray()) {
            boolean isFirst = !isDone && character >= '0' && character <= '9';
            wide.append(isFirst ? (char) (character + '\uFF10' - '0') : character);
            isDone |= isFirst;
        }
        return wide.toString();
    }

    private String otherLetter(String word) {
        if (!isLongWord(word)) {
            return word;
        }
        char middle = word.charAt(2);
        return word.substring(0, 2) + (middle == 'q' ? 'x' : 'q') + word.substring(3);
    }

    private static String twin(String word) {
        if (isLongWord(word)) {
            for (int i = 0; i < word.length(); i++) {
                int twin = LATIN.indexOf(word.charAt(i));
                if (twin >= 0) {
                    return word.substring(0, i) + TWINS.charAt(twin) + word.substring(i + 1);
                }
            }
        }
        return word;
    }

    private static String otherCase(String word) {
        String first = word.substring(0, Math.min(1, word.length()));
        String upper = first.toUpperCase(Locale.ROOT);
        return (first.equals(upper) ? first.toLowerCase(Locale.ROOT) : upper) + word.substring(first.length());
    }

    private static String accent(String word) {
        return isLongWord(word) ? word.replaceFirst("e", "\u00E9").replaceFirst("o", "\u00F4") : word;
    }

    private static String decomposedAccent(String word) {
        String accented = accent(word);
        return accented.equals(word) ? word : Normalizer.normalize(accented, Normalizer.Form.NFD);
    }

    private String otherWord(String word) {
        if (!isLongWord(word)) {
            return word;
        }
        return vocabulary.stream()
                .filter(other -> Math.abs(other.length() - word.length()) > 2 && other.charAt(0) != word.charAt(0))
                .skip(word.hashCode() & 15)
                .findFirst()
                .orElse(word);
    }

    private static boolean isLongWord(String word) {
        return word.length() > 4 && word.chars().allMatch(Character::isLetter);
    }

    private Optional<Mutant> dropped(String kind, List<String> words, Predicate<String> which) {
        int at = spans.inner(words, which);
        if (at < 0) {
            return Optional.empty();
        }
        List<String> fewer = new ArrayList<>(words);
        fewer.remove(at);
        return Optional.of(other(kind, MISSING, String.join(" ", fewer)));
    }

    private Optional<Mutant> added(List<String> words) {
        List<String> more = new ArrayList<>(words);
        more.add(1 + random.nextInt(words.size() - 1), "not");
        return Optional.of(other("an added negation", ADDED, String.join(" ", more)));
    }

    private Optional<Mutant> swapped(List<String> words) {
        int at = spans.inner(words.subList(0, words.size() - 1), MeaningMutations::isLongWord);
        if (at < 0) {
            return Optional.empty();
        }
        List<String> swapped = new ArrayList<>(words);
        swapped.set(at, words.get(at + 1));
        swapped.set(at + 1, words.get(at));
        return Optional.of(other("two words swapped", WORD, String.join(" ", swapped)));
    }

    /** The middle is left out, without the sign that says so. */
    private Optional<Mutant> elided(String kind, List<String> words, String joint) {
        if (words.size() < 10) {
            return Optional.empty();
        }
        String first = String.join(" ", words.subList(0, 3));
        String last = String.join(" ", words.subList(words.size() - 3, words.size()));
        String elided = first + joint + last;
        return isOneWordTooMany(elided) ? Optional.empty() : Optional.of(other(kind, ELISION, elided));
    }

    /** Whether the text has the quote but for one word: then nobody can tell that it was meant as an elision. */
    private boolean isOneWordTooMany(String quote) {
        List<String> words = List.of(quote.split(" "));
        return IntStream.range(0, words.size()).anyMatch(at -> {
            List<String> fewer = new ArrayList<>(words);
            fewer.remove(at);
            return text.contains(String.join(" ", fewer));
        });
    }

    /** The first word loses its beginning, or the last one its end. */
    private Optional<Mutant> cut(List<String> words) {
        String first = words.get(0);
        String span = String.join(" ", words);
        boolean isWord = first.matches("[\\p{L}\\p{N}]{3,}") && spans.standsOnce(span.substring(1));
        return isWord ? Optional.of(Mutant.other("a word cut off", text, span.substring(1), WITHIN)) : Optional.empty();
    }

    private String nowhere(int words) {
        List<String> strange = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            strange.add(NOWHERE.get(random.nextInt(NOWHERE.size())));
        }
        return String.join(" ", strange);
    }
}
