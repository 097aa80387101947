package org.dossier.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.vocabulary.Property;
import org.dossier.vocabulary.Vocabulary;

/** A claim as it is typed, <i>who link whom</i>, taken apart; whether its parts exist is another question. */
record LinkText(Part subject, Part link, Part object) {

    private static final Pattern WORD = Pattern.compile("\\S+");

    /** No claim is longer, however long the names in it. */
    private static final int MOST_WORDS = 40;

    /**
     * Some words of the claim.
     *
     * @param offset of their first character in it
     */
    record Part(String text, int offset) {}

    /** Takes a claim apart; nothing when it has fewer than three words. */
    static Optional<LinkText> of(String typed, Vocabulary vocabulary) {
        List<Part> words = words(typed);
        if (words.size() < 3) {
            return Optional.empty();
        }
        Optional<LinkText> byEnds = Optional.of(between(words, 1, words.size() - 1));
        return byEnds.filter(link -> vocabulary.propertyFor(link.link().text()).isPresent())
                .or(() -> aroundKnownLink(words, vocabulary))
                .or(() -> byEnds);
    }

    /** Names have several words: then the longest link that is known tells where they end. */
    private static Optional<LinkText> aroundKnownLink(List<Part> words, Vocabulary vocabulary) {
        if (words.size() > MOST_WORDS) {
            return Optional.empty();
        }
        List<LinkText> found = new ArrayList<>();
        for (int start = 1; start < words.size() - 1; start++) {
            for (int end = start + 1; end < words.size(); end++) {
                LinkText link = between(words, start, end);
                if (vocabulary
                        .propertyFor(link.link().text())
                        .filter(Property::needsClaim)
                        .isPresent()) {
                    found.add(link);
                }
            }
        }
        return found.stream()
                .max(Comparator.comparingInt(link -> link.link().text().length()));
    }

    private static LinkText between(List<Part> words, int start, int end) {
        return new LinkText(
                joined(words.subList(0, start)),
                joined(words.subList(start, end)),
                joined(words.subList(end, words.size())));
    }

    private static Part joined(List<Part> words) {
        List<String> texts = words.stream().map(Part::text).toList();
        return new Part(String.join(" ", texts), words.get(0).offset());
    }

    private static List<Part> words(String typed) {
        List<Part> words = new ArrayList<>();
        Matcher word = WORD.matcher(typed);
        while (word.find()) {
            words.add(new Part(word.group(), word.start()));
        }
        return words;
    }

    /** The same for every way of writing the claim; nothing when its link is unknown. */
    Optional<String> identity(Vocabulary vocabulary) {
        return vocabulary
                .propertyFor(link.text())
                .map(property -> String.join(" ", subject.text(), property.name(), object.text()));
    }
}
