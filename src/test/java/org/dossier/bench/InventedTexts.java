package org.dossier.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes texts of invented words that are as frequent as words are: few of them very, most of them hardly. */
final class InventedTexts {

    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int WORDS = 8000;

    private final Random random;
    private final List<String> vocabulary;

    private InventedTexts(long seed) {
        this.random = new Random(seed);
        this.vocabulary = IntStream.range(0, WORDS).mapToObj(this::word).toList();
    }

    static List<String> make(int texts, int characters, long seed) {
        InventedTexts invented = new InventedTexts(seed);
        return IntStream.range(0, texts)
                .mapToObj(text -> invented.text(characters))
                .toList();
    }

    /** Frequent words are short. */
    private String word(int rank) {
        int syllables = 1 + Math.min(3, Integer.toString(rank + 1).length() - 1);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
            word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return word.toString();
    }

    private String text(int characters) {
        StringBuilder text = new StringBuilder();
        while (text.length() < characters) {
            text.append("Heading ").append(text.length()).append("\n\n");
            for (int paragraph = 0; paragraph < 3; paragraph++) {
                text.append(paragraph()).append("\n\n");
            }
        }
        return text.toString();
    }

    private String paragraph() {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String words = String.join(
                    " ", IntStream.range(0, 20).mapToObj(word -> next()).toList());
            sentences.add(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".");
        }
        return String.join(" ", sentences);
    }

    /** By Zipf's law: the rank of the next word is spread evenly on a logarithmic scale. */
    private String next() {
        return vocabulary.get((int) Math.pow(WORDS, random.nextDouble()) - 1);
    }
}
