package org.dossier.bench.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that are nearly right: words of right ones dropped, doubled, exchanged, and letters put in that nobody expects. */
final class Mutations {

    private static final Pattern WORD = Pattern.compile("\\s+|[A-Za-z0-9_:?$.-]+|\"[^\"]*\"|<[^>]*>|.", Pattern.DOTALL);

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
            "\ud800",
            "\u202e",
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
            "*",
            "BIND",
            "AS",
            "FILTER",
            "regex",
            "GROUP_CONCAT",
            "1e400",
            "-",
            "0".repeat(50),
            "😀",
            "#",
            "\n");

    private final List<List<String>> texts;
    private final Random random;

    Mutations(List<String> right, long seed) {
        this.texts = right.stream().map(Mutations::words).toList();
        this.random = new Random(seed);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    String next() {
        List<String> words = new ArrayList<>(pick(texts));
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes && !words.isEmpty(); i++) {
            change(words);
        }
        return String.join("", words);
    }

    private void change(List<String> words) {
        int at = random.nextInt(words.size());
        switch (random.nextInt(6)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, words.get(random.nextInt(words.size())));
            case 2 -> words.set(at, pick(pick(texts)));
            case 3 -> words.add(at, pick(ODD));
            case 4 -> words.set(at, pick(ODD).repeat(1 + random.nextInt(300)));
            default ->
                words.subList(at, Math.min(words.size(), at + random.nextInt(20)))
                        .clear();
        }
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
