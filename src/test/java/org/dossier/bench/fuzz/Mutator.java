package org.dossier.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Inputs that are nearly right: words of right ones dropped, doubled, exchanged, signs put in that nobody expects, and
 * bytes turned over. The same seed gives the same inputs.
 */
final class Mutator {

    private static final Pattern WORD = Pattern.compile("\\s+|[A-Za-z0-9_:?$.-]+|\"[^\"]*\"|<[^>]*>|.", Pattern.DOTALL);
    /** What is wrong shows in short inputs too, and of those there can be many. */
    private static final int LONGEST_SEED = 1_500;

    private static final int MOST_CHANGES = 6;
    private static final int LONGEST_REPEAT = 300;
    private static final int SELDOM = 50;
    private static final int LONGEST_CUT = 20;

    private static final List<String> ODD = List.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "<",
            ">",
            "\"",
            "'",
            "\\",
            "\\u0000",
            "\u0000",
            "\ufeff",
            "\u202e",
            "\u2028",
            "\u0085",
            "\r",
            "\n",
            "\t",
            " ",
            ":",
            "- ",
            "? ",
            "| ",
            "> ",
            "& a",
            "*a",
            "!!int ",
            "%YAML 9",
            "---",
            "...",
            "SERVICE",
            "SILENT",
            "<java:a.B>",
            "EXISTS",
            "NOT",
            "VALUES",
            "UNDEF",
            "INSERT DATA",
            "LOAD",
            "^",
            "|",
            "*",
            "+",
            "?",
            "SELECT",
            "BIND",
            "AS",
            "FILTER",
            "regex",
            "GROUP_CONCAT",
            "CONSTRUCT",
            "1e400",
            "-",
            "~400",
            ">",
            "0".repeat(50),
            "😀",
            "é",
            "#",
            ",",
            ";",
            "=",
            "%00",
            "%2e%2e",
            "/../",
            "null",
            "2025-02-30",
            "9".repeat(20));

    private final List<List<String>> texts;
    private final Random random;

    Mutator(List<byte[]> right, long seed) {
        List<byte[]> brief =
                right.stream().filter(input -> input.length <= LONGEST_SEED).toList();
        List<byte[]> inputs = brief.isEmpty() ? cut(right) : brief;
        this.texts =
                inputs.stream().map(input -> words(new String(input, UTF_8))).toList();
        this.random = new Random(seed);
    }

    private static List<byte[]> cut(List<byte[]> inputs) {
        return inputs.stream()
                .map(input -> Arrays.copyOf(input, Math.min(input.length, LONGEST_SEED)))
                .toList();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words.isEmpty() ? List.of("") : words;
    }

    byte[] next() {
        byte[] input = changedWords();
        return random.nextInt(4) == 0 ? changedBytes(input) : input;
    }

    private byte[] changedWords() {
        List<String> words = new ArrayList<>(pick(texts));
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes && !words.isEmpty(); i++) {
            change(words);
        }
        return String.join("", words).getBytes(UTF_8);
    }

    private void change(List<String> words) {
        int at = random.nextInt(words.size());
        switch (random.nextInt(6)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, words.get(random.nextInt(words.size())));
            case 2 -> words.set(at, pick(pick(texts)));
            case 3 -> words.add(at, pick(ODD));
            case 4 -> words.set(at, repeated(pick(ODD)));
            default ->
                words.subList(at, Math.min(words.size(), at + random.nextInt(LONGEST_CUT)))
                        .clear();
        }
    }

    /** Mostly as long as a line, and now and then so many that whoever reads them twice is found out. */
    private String repeated(String odd) {
        int most = random.nextInt(SELDOM) == 0 ? LONGEST_REPEAT : Math.max(2, LONGEST_REPEAT / (4 * odd.length()));
        return odd.repeat(1 + random.nextInt(most));
    }

    /** Turned-over bits, other bytes, or an end that is missing. */
    private byte[] changedBytes(byte[] input) {
        byte[] bytes = input.clone();
        for (int i = random.nextInt(MOST_CHANGES); i >= 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                default -> bytes = Arrays.copyOf(bytes, random.nextBoolean() ? at : bytes.length);
            }
        }
        return bytes;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
