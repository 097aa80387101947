package org.dossier.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of a folded text, and where each of them stands. */
final class TextWords {

    private static final Pattern WORD = Pattern.compile("[^ ]+");

    private final List<Word> words = new ArrayList<>();
    private final Map<String, List<Integer>> positions = new HashMap<>();

    /**
     * What stands between two spaces.
     *
     * @param text with its punctuation
     * @param core its letters and digits alone, in small letters
     * @param extent where it stands in the folded text
     */
    record Word(String text, String core, Extent extent) {

        private static Word of(String text, int start) {
            return new Word(text, TextWords.core(text), new Extent(start, start + text.length()));
        }
    }

    TextWords(String folded) {
        WORD.matcher(folded).results().forEach(found -> add(Word.of(found.group(), found.start())));
    }

    private void add(Word word) {
        positions.computeIfAbsent(word.core(), core -> new ArrayList<>()).add(words.size());
        words.add(word);
    }

    static String core(String word) {
        StringBuilder core = new StringBuilder(word.length());
        word.codePoints().filter(Character::isLetterOrDigit).forEach(core::appendCodePoint);
        return core.toString().toLowerCase(Locale.ROOT);
    }

    /** Letters and digits of the words of a folded text, without those that have none. */
    static List<String> coresOf(String folded) {
        return WORD.matcher(folded)
                .results()
                .map(found -> core(found.group()))
                .filter(core -> !core.isEmpty())
                .toList();
    }

    /** The words from one index to before another; both are held within the text. */
    List<Word> between(int from, int to) {
        int start = Math.max(0, Math.min(from, words.size()));
        return words.subList(start, Math.max(start, Math.min(to, words.size())));
    }

    /** Indexes of the words with this core, in reading order. */
    List<Integer> positions(String core) {
        return positions.getOrDefault(core, List.of());
    }

    /** All different cores. */
    Collection<String> cores() {
        return positions.keySet();
    }
}
