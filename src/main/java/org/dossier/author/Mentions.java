package org.dossier.author;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dossier.facts.Yaml;
import org.dossier.problem.Place;
import org.dossier.vocabulary.Form;
import org.dossier.vocabulary.Property;
import org.dossier.vocabulary.Vocabulary;

/** Finds where a facts file, which has no mistakes, mentions an id; texts and quotes that hold the same word do not. */
final class Mentions {

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final String ALSO = "also";

    private final Vocabulary vocabulary;
    private final String id;
    private final List<Place> found = new ArrayList<>();

    private Mentions(Vocabulary vocabulary, String id) {
        this.vocabulary = vocabulary;
        this.id = id;
    }

    /**
     * The places of the first letters of all mentions.
     *
     * @throws Refusal when a mention stands in a text whose letters cannot be told apart in the file
     */
    static List<Place> of(Yaml root, String id, Vocabulary vocabulary) throws Refusal {
        Mentions mentions = new Mentions(vocabulary, id);
        mentions.below(root);
        return mentions.found;
    }

    private void below(Yaml node) throws Refusal {
        if (node instanceof Yaml.Items list) {
            for (Yaml item : list.items()) {
                below(item);
            }
        } else if (node instanceof Yaml.Keys keys) {
            for (Yaml.Entry entry : keys.entries()) {
                entry(entry);
            }
        }
    }

    private void entry(Yaml.Entry entry) throws Refusal {
        if (leadsToThings(entry.key().value())) {
            List<Yaml> values = entry.value() instanceof Yaml.Items list ? list.items() : List.of(entry.value());
            for (Yaml value : values) {
                if (value instanceof Yaml.Text text) {
                    text(text);
                }
            }
        }
        below(entry.value());
    }

    private boolean leadsToThings(String key) {
        return key.equals(ALSO)
                || vocabulary.classFor(key).isPresent()
                || vocabulary.propertyFor(key).filter(Mentions::isThing).isPresent();
    }

    private static boolean isThing(Property property) {
        return property.form() == Form.THING;
    }

    /** An id alone, or a claim: an id, a link, and another id or a kind. */
    private void text(Yaml.Text text) throws Refusal {
        if (text.value().equals(id)) {
            add(text, 0);
            return;
        }
        List<MatchResult> words = WORD.matcher(text.value()).results().toList();
        if (words.size() < 3) {
            return;
        }
        MatchResult last = words.get(words.size() - 1);
        if (words.get(0).group().equals(id)) {
            add(text, words.get(0).start());
        }
        if (last.group().equals(id) && isThing(words.subList(1, words.size() - 1))) {
            add(text, last.start());
        }
    }

    private boolean isThing(List<MatchResult> link) {
        String label = String.join(" ", link.stream().map(MatchResult::group).toList());
        return vocabulary.propertyFor(label).filter(Mentions::isThing).isPresent();
    }

    private void add(Yaml.Text text, int offset) throws Refusal {
        if (offset + id.length() > text.faithful()) {
            throw new Refusal("'" + id + "' at " + text.place()
                    + " stands in a text of several lines or with escapes; write it in one line first");
        }
        found.add(text.place().right(text.inset() + text.value().codePointCount(0, offset)));
    }
}
