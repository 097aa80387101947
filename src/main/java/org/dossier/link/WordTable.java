package org.dossier.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows common words, their other spellings and numbers, by the table {@code words.yaml}. */
final class WordTable {

    private static final BuiltInTable FILE = BuiltInTable.read("words.yaml");

    private static final Pattern DIGITS = Pattern.compile("(\\d{1,9})(?:st|nd|rd|th)?");
    private static final Pattern RUSSIAN_ADJECTIVE = Pattern.compile("(.{4,})(?:skiy|skaya|skoye)");
    private static final List<String> ROMAN = List.of(
            "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
            "xvii", "xviii", "xix", "xx");
    private static final int SHORTEST_PLURAL = 4;
    private static final int TWENTY = 20;

    private final Set<String> fillers = new HashSet<>(FILE.list("fillers"));
    private final Set<String> generic = new HashSet<>(FILE.list("generic"));
    private final Set<String> frequent = new HashSet<>(FILE.list("frequent"));
    private final Set<String> agencies = new HashSet<>(FILE.list("agencies"));
    private final Set<String> marks = new HashSet<>(FILE.list("marks"));
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Phrases<String> spellings = new Phrases<>();

    WordTable(Folding folding) {
        FILE.section("numbers").forEach((word, number) -> numbers.put(String.valueOf(word), (Integer) number));
        FILE.section("same").forEach((word, others) -> {
            spellings.add(folding.words(String.valueOf(word)), String.valueOf(word));
            BuiltInTable.strings(others).forEach(other -> spellings.add(folding.words(other), String.valueOf(word)));
        });
        marks.forEach(mark -> spellings.add(folding.words(mark), mark));
    }

    /** Each word with its other spellings. */
    static Map<?, ?> spellings() {
        return FILE.section("same");
    }

    boolean isFiller(String text) {
        return fillers.contains(text);
    }

    /** Whether such a word in a name without a legal form says that an agency bears it. */
    boolean isOfAgencies(Word word) {
        return agencies.contains(word.text());
    }

    /** The word that is written in another way from a position on. */
    Phrases.@Nullable Found<String> spellingAt(List<String> words, int start) {
        return spellings.startingAt(words, start);
    }

    /** A word other than a place or number. */
    Word word(String text, String written) {
        String singular = singular(text);
        String known = isKnown(singular) ? singular : withoutAdjectiveEnding(text);
        return new Word(known, written, sort(known), marks.contains(known));
    }

    /** The plant of Murom is the Muromskiy plant. */
    private static String withoutAdjectiveEnding(String text) {
        Matcher adjective = RUSSIAN_ADJECTIVE.matcher(text);
        return adjective.matches() ? adjective.group(1) : text;
    }

    private boolean isKnown(String text) {
        return generic.contains(text) || frequent.contains(text);
    }

    private Word.Sort sort(String text) {
        if (fillers.contains(text)) {
            return Word.Sort.FILLER;
        }
        if (generic.contains(text)) {
            return Word.Sort.GENERIC;
        }
        return frequent.contains(text) ? Word.Sort.FREQUENT : Word.Sort.PLAIN;
    }

    /** A plain guess at the singular, good enough to find a word in the table. */
    static String singular(String text) {
        if (text.length() < SHORTEST_PLURAL || !text.endsWith("s") || text.endsWith("ss") || text.endsWith("us")) {
            return text;
        }
        return text.endsWith("ies") ? text.substring(0, text.length() - 3) + "y" : text.substring(0, text.length() - 1);
    }

    /** The number written from a position on, in digits, words or Roman; nothing when there is none. */
    Phrases.@Nullable Found<Integer> numberAt(List<String> words, int start) {
        Integer tens = numbers.get(words.get(start));
        Integer ones = start + 1 < words.size() ? numbers.get(words.get(start + 1)) : null;
        if (tens != null && ones != null && tens >= TWENTY && ones < 10) {
            return new Phrases.Found<>(tens + ones, 2);
        }
        Integer number = tens != null ? tens : digitsOrRoman(words, start);
        return number == null ? null : new Phrases.Found<>(number, 1);
    }

    /** A lone I, V or X is a numeral at the end only; none is one at the start. */
    private static @Nullable Integer digitsOrRoman(List<String> words, int start) {
        String text = words.get(start);
        Matcher digits = DIGITS.matcher(text);
        if (digits.matches()) {
            return Integer.valueOf(digits.group(1));
        }
        int roman = ROMAN.indexOf(text);
        boolean isNumeral = start > 0 && roman > 0 && (text.length() > 1 || start == words.size() - 1);
        return isNumeral ? roman : null;
    }
}
