package org.dossier.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * Finds keywords in a description, all of them in one pass. Letters and digits count, whatever their case; between two
 * words of a keyword may stand a blank, a hyphen or another sign or two.
 */
final class KeywordSearch {

    /** Stands for whatever parts two words. */
    private static final char GAP = ' ';

    /** With more between them, two words do not belong together. */
    private static final int LONGEST_GAP = 2;

    /** A place in the tree of all keywords, letter by letter. */
    private static final class Branch {
        private final Map<Character, Branch> next = new HashMap<>();
        private final List<Keyword> meant = new ArrayList<>();
        private final List<Keyword> notMeant = new ArrayList<>();

        Branch grow(String normalised) {
            Branch at = this;
            for (int letter = 0; letter < normalised.length(); letter++) {
                at = at.next.computeIfAbsent(normalised.charAt(letter), unseen -> new Branch());
            }
            return at;
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
                text.append(isStart && !text.isEmpty() ? " " : "").append(Character.toLowerCase(words.charAt(at)));
            }
        }
        return text.toString();
    }

    /** What a description mentions, in its order; of several words for one thing the longest count. */
    List<Mention> in(String text) {
        List<Span> meant = new ArrayList<>();
        List<Span> notMeant = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            if (isOfWord(text, at) && (at == 0 || !isOfWord(text, at - 1))) {
                follow(text, at, meant, notMeant);
            }
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
        Optional<Branch> branch = Optional.of(root);
        int at = start;
        while (branch.isPresent()) {
            if (at < text.length() && isOfWord(text, at)) {
                branch = Optional.ofNullable(branch.get().next.get(Character.toLowerCase(text.charAt(at))));
                at++;
            } else {
                int end = at;
                branch.get().meant.forEach(keyword -> meant.add(new Span(keyword, start, end)));
                branch.get().notMeant.forEach(keyword -> notMeant.add(new Span(keyword, start, end)));
                at = nextWord(text, at);
                branch = at == end
                        ? Optional.empty()
                        : Optional.ofNullable(branch.get().next.get(GAP));
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
        return Character.isLetterOrDigit(text.charAt(at));
    }
}
