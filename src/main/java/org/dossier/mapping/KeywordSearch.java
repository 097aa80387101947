package org.dossier.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * Finds keywords in a description, all of them in one pass. Letters and digits count, whatever their case; between two
 * words of a keyword may stand a blank, a hyphen or another sign or two.
 */
final class KeywordSearch {

    /** Stands for whatever parts two words. */
    private static final char GAP = ' ';

    /** With more between them, two words do not belong together. */
    private static final int LONGEST_GAP = 2;

    private static final int ASCII = 128;

    /** A place in the tree of all keywords, letter by letter. */
    private static final class Branch {
        private final @Nullable Branch[] nextOfAscii = new Branch[ASCII];
        private final Map<Character, Branch> nextOfOthers = new HashMap<>();
        private final List<Keyword> meant = new ArrayList<>();
        private final List<Keyword> notMeant = new ArrayList<>();

        Branch grow(String normalised) {
            Branch at = this;
            for (int letter = 0; letter < normalised.length(); letter++) {
                at = at.grow(normalised.charAt(letter));
            }
            return at;
        }

        private Branch grow(char letter) {
            @Nullable Branch known = next(letter);
            if (known != null) {
                return known;
            }
            Branch grown = new Branch();
            if (letter < ASCII) {
                nextOfAscii[letter] = grown;
            } else {
                nextOfOthers.put(letter, grown);
            }
            return grown;
        }

        @Nullable Branch next(char letter) {
            return letter < ASCII ? nextOfAscii[letter] : nextOfOthers.get(letter);
        }
    }

    /** Where a keyword stands in a text. */
    private record Span(Keyword keyword, int start, int end) {

        int length() {
            return end - start;
        }

        /** Whether it is the better one of two for one thing. */
        boolean goesBefore(Span other) {
            return keyword.names().equals(other.keyword.names())
                    && (length() > other.length() || (length() == other.length() && start < other.start));
        }

        boolean isWithin(Span other) {
            return keyword.equals(other.keyword) && start >= other.start && end <= other.end;
        }
    }

    private final Branch root = new Branch();

    KeywordSearch(List<Keyword> keywords) {
        for (Keyword keyword : keywords) {
            keyword.words().forEach(words -> root.grow(normalise(words)).meant.add(keyword));
            keyword.exceptions()
                    .forEach(words -> root.grow(normalise(words)).notMeant.add(keyword));
        }
    }

    /** The words in small letters, with one blank between them. */
    static String normalise(String words) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < words.length(); at++) {
            if (isOfWord(words, at)) {
                boolean isStart = at > 0 && !isOfWord(words, at - 1);
                text.append(isStart && !text.isEmpty() ? " " : "").append(small(words.charAt(at)));
            }
        }
        return text.toString();
    }

    /** What a description mentions, in its order; of several words for one thing the longest count. */
    List<Mention> in(String text) {
        List<Span> meant = new ArrayList<>(0);
        List<Span> notMeant = new ArrayList<>(0);
        boolean isInWord = false;
        for (int at = 0; at < text.length(); at++) {
            boolean isOfWord = isOfWord(text, at);
            if (isOfWord && !isInWord) {
                follow(text, at, meant, notMeant);
            }
            isInWord = isOfWord;
        }
        if (meant.isEmpty()) {
            return List.of();
        }
        meant.removeIf(span -> notMeant.stream().anyMatch(span::isWithin));
        return longest(meant).stream()
                .map(span -> new Mention(span.keyword().names(), text.substring(span.start(), span.end())))
                .toList();
    }

    /** Notes every keyword and exception that begins at a word. */
    private void follow(String text, int start, List<Span> meant, List<Span> notMeant) {
        @Nullable Branch branch = root;
        int at = start;
        while (branch != null) {
            if (at < text.length() && isOfWord(text, at)) {
                branch = branch.next(small(text.charAt(at)));
                at++;
            } else {
                int end = at;
                for (Keyword keyword : branch.meant) {
                    meant.add(new Span(keyword, start, end));
                }
                for (Keyword keyword : branch.notMeant) {
                    notMeant.add(new Span(keyword, start, end));
                }
                at = nextWord(text, at);
                branch = at == end ? null : branch.next(GAP);
            }
        }
    }

    /** Where the next word begins; where the last one ended when none is near. */
    private static int nextWord(String text, int end) {
        int at = end;
        while (at < text.length() && at - end <= LONGEST_GAP && !isOfWord(text, at)) {
            at++;
        }
        return at < text.length() && at - end <= LONGEST_GAP ? at : end;
    }

    private static List<Span> longest(List<Span> spans) {
        Set<Node> found = new HashSet<>();
        List<Span> longest = new ArrayList<>();
        for (Span span : spans) {
            boolean isBest = spans.stream().noneMatch(other -> other.goesBefore(span));
            if (isBest && found.add(span.keyword().names())) {
                longest.add(span);
            }
        }
        return longest;
    }

    private static boolean isOfWord(String text, int at) {
        char sign = text.charAt(at);
        if (sign < ASCII) {
            return (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
        }
        return Character.isLetterOrDigit(sign);
    }

    private static char small(char letter) {
        if (letter < ASCII) {
            return letter >= 'A' && letter <= 'Z' ? (char) (letter + 'a' - 'A') : letter;
        }
        return Character.toLowerCase(letter);
    }
}
