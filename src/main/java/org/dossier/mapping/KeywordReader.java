package org.dossier.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dossier.claim.EntityId;
import org.dossier.facts.FileText;
import org.dossier.facts.Yaml;
import org.dossier.facts.YamlFile;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.triples.Names;
import org.dossier.vocabulary.Concept;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads the list of keywords, and tries it on its examples. */
final class KeywordReader {

    private static final String SCHEME = "technology-kind";
    private static final int MOST_WORDS = 8;
    private static final List<String> SECTIONS = List.of("keywords", "examples");
    private static final List<String> KEYS = List.of("words", "entity", "kind", "except");
    private static final List<String> EXAMPLE_KEYS = List.of("text", "mentions");

    private final String base;
    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Map<String, Place> known = new HashMap<>();

    KeywordReader(String base, Vocabulary vocabulary, Problems problems) {
        this.base = base;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    List<Keyword> read(FileText text) {
        Map<String, Yaml> sections = keys(YamlFile.read(text, problems).root(), SECTIONS);
        List<Keyword> keywords = new ArrayList<>();
        for (Yaml item : items(sections.get("keywords"))) {
            keyword(item).ifPresent(keywords::add);
        }
        KeywordSearch search = new KeywordSearch(keywords);
        items(sections.get("examples")).forEach(example -> tryOut(example, search));
        return keywords;
    }

    /** The values of known keys; what else stands there is reported. */
    private Map<String, Yaml> keys(@Nullable Yaml node, List<String> allowed) {
        Map<String, Yaml> values = new LinkedHashMap<>();
        if (!(node instanceof Yaml.Keys keys)) {
            if (node != null) {
                wrong(node, "this has keys of its own", "the keys are " + String.join(", ", allowed));
            }
            return values;
        }
        for (Yaml.Entry entry : keys.entries()) {
            String key = entry.key().value();
            if (!allowed.contains(key)) {
                String remedy = DidYouMean.remedy(allowed, key, "the keys are " + String.join(", ", allowed));
                problems.error(entry.key().place(), "unknown-key", "'" + key + "' is no key here", remedy);
            } else if (values.putIfAbsent(key, entry.value()) != null) {
                problems.error(
                        entry.key().place(), "duplicate-key", "'" + key + "' stands here twice", "keep one of them");
            }
        }
        return values;
    }

    private void wrong(Yaml node, String message, String remedy) {
        if (!(node instanceof Yaml.Unreadable)) {
            problems.error(node.place(), "mention-list", message, remedy);
        }
    }

    private List<Yaml> items(@Nullable Yaml node) {
        if (node instanceof Yaml.Items list) {
            return list.items();
        }
        if (node != null) {
            wrong(node, "this is a list", "begin each item with a hyphen");
        }
        return List.of();
    }

    private Optional<Keyword> keyword(Yaml item) {
        Map<String, Yaml> values = keys(item, KEYS);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Yaml named = Optional.ofNullable(values.get("entity")).orElse(values.get("kind"));
        List<Yaml.Text> words = texts(values.get("words"));
        boolean namesTwo = values.containsKey("entity") && values.containsKey("kind");
        if (named == null || words.isEmpty() || namesTwo) {
            wrong(item, "a keyword needs 'words', and one of 'entity' and 'kind'", "say what the words name");
            return Optional.empty();
        }
        Optional<Node> thing = values.containsKey("kind") ? kind(named) : entity(named);
        words.forEach(this::checkWords);
        thing.ifPresent(node -> words.forEach(word -> requireOnce(word, node)));
        List<Yaml.Text> exceptions = texts(values.get("except"));
        exceptions.forEach(exception -> checkException(exception, words));
        return thing.map(node -> new Keyword(node, strings(words), strings(exceptions), named.place()));
    }

    private static List<String> strings(List<Yaml.Text> texts) {
        return texts.stream()
                .map(Yaml.Text::value)
                .filter(words -> !KeywordSearch.normalise(words).isEmpty())
                .toList();
    }

    /** One text, or a list of them. */
    private List<Yaml.Text> texts(@Nullable Yaml node) {
        if (node == null) {
            return List.of();
        }
        List<Yaml.Text> texts = new ArrayList<>();
        for (Yaml item : node instanceof Yaml.Items list ? list.items() : List.of(node)) {
            if (item instanceof Yaml.Text text && !text.isBlank()) {
                texts.add(text);
            } else {
                wrong(item, "this is no text", "write the words as descriptions have them");
            }
        }
        return texts;
    }

    private void checkWords(Yaml.Text words) {
        String normalised = KeywordSearch.normalise(words.value());
        if (normalised.isEmpty()) {
            wrong(words, "'" + words.value() + "' has neither letter nor digit", "write a word");
        } else if (normalised.split(" ", -1).length > MOST_WORDS) {
            wrong(words, "these are more than " + MOST_WORDS + " words", "a name is shorter than a sentence");
        }
    }

    private void requireOnce(Yaml.Text words, Node thing) {
        String identity = KeywordSearch.normalise(words.value()) + "\n" + thing;
        Place first = known.putIfAbsent(identity, words.place());
        if (first != null) {
            wrong(words, "'" + words.value() + "' stands in line " + first.line() + " already", "delete one of them");
        }
    }

    /** An exception that does not hold the words would hide nothing. */
    private void checkException(Yaml.Text exception, List<Yaml.Text> words) {
        checkWords(exception);
        String wide = " " + KeywordSearch.normalise(exception.value()) + " ";
        boolean hides = words.stream()
                .map(word -> " " + KeywordSearch.normalise(word.value()) + " ")
                .anyMatch(narrow -> wide.contains(narrow) && !wide.equals(narrow));
        if (!hides) {
            wrong(
                    exception,
                    "'" + exception.value() + "' is no exception: it is not longer than the words, or lacks them",
                    "write the words with those beside them that give them another meaning");
        }
    }

    private Optional<Node> entity(Yaml named) {
        if (named instanceof Yaml.Text text && EntityId.canBeGiven(text.value())) {
            return Optional.of(NodeFactory.createURI(base + text.value()));
        }
        wrong(named, "this is no id", "write the id of a technology or firm");
        return Optional.empty();
    }

    private Optional<Node> kind(Yaml named) {
        List<String> kinds =
                vocabulary.conceptsOf(SCHEME).stream().map(Concept::name).toList();
        if (named instanceof Yaml.Text text && kinds.contains(text.value())) {
            return Optional.of(NodeFactory.createURI(Names.KINDS + text.value()));
        }
        String typed = named instanceof Yaml.Text text ? text.value() : "";
        wrong(
                named,
                "there is no kind of technology '" + typed + "'",
                DidYouMean.remedy(kinds, typed, "the kinds are " + String.join(", ", kinds)));
        return Optional.empty();
    }

    private void tryOut(Yaml example, KeywordSearch search) {
        Map<String, Yaml> values = keys(example, EXAMPLE_KEYS);
        if (!(values.get("text") instanceof Yaml.Text text) || !values.containsKey("mentions")) {
            wrong(example, "an example needs 'text' and 'mentions'", "write 'mentions: []' where it mentions nothing");
            return;
        }
        List<String> expected = texts(values.get("mentions")).stream()
                .map(Yaml.Text::value)
                .sorted()
                .toList();
        List<String> found = search.in(text.value()).stream()
                .map(mention -> Names.localName(mention.thing()))
                .sorted()
                .toList();
        if (!found.equals(expected)) {
            problems.error(
                    text.place(),
                    "mention-example",
                    "'" + text.value() + "' mentions " + listed(found) + "; expected " + listed(expected),
                    "change the keywords, or the example");
        }
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }
}
