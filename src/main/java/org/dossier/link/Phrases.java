package org.dossier.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds phrases of one or more words, the longest first. */
final class Phrases<T> {

    private final Map<String, T> byText = new HashMap<>();
    private int longest;

    /** The first meaning of a phrase is kept. */
    void add(List<String> words, T meaning) {
        if (!words.isEmpty()) {
            byText.putIfAbsent(String.join(" ", words), meaning);
            longest = Math.max(longest, words.size());
        }
    }

    /** The longest phrase that starts at a word, or nothing. */
    @Nullable Found<T> startingAt(List<String> words, int start) {
        for (int length = Math.min(longest, words.size() - start); length > 0; length--) {
            T meaning = byText.get(String.join(" ", words.subList(start, start + length)));
            if (meaning != null) {
                return new Found<>(meaning, length);
            }
        }
        return null;
    }

    /**
     * A phrase that was met.
     *
     * @param length in words
     */
    record Found<T>(T meaning, int length) {}
}
