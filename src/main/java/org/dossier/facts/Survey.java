package org.dossier.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.claim.EntityId;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.vocabulary.TermClass;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** A first look through all files: which ids and claims there are, so that any file may mention any of them. */
final class Survey {

    private static final Pattern LOST_LINE = Pattern.compile("\\s*(-\\s+)?(.*)");
    private static final Pattern LOST_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Definitions definitions = new Definitions();
    private final List<Definition> mentionedSources = new ArrayList<>();

    private Survey(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** Reports ids that are defined twice. */
    static Definitions of(List<YamlFile> files, Vocabulary vocabulary, Problems problems) {
        Survey survey = new Survey(vocabulary, problems);
        files.forEach(survey::file);
        survey.mentionedSources.forEach(survey.definitions::add);
        return survey.definitions;
    }

    private void file(YamlFile file) {
        if (file.root() instanceof Yaml.Keys root) {
            source(root);
            root.entries().forEach(entry -> section(entry.value()));
        } else if (file.root() != null) {
            section(file.root());
        }
        file.lost().forEach(line -> lostLine(file.text().path(), line));
    }

    /** A file whose source stands alone, without properties, may speak of one that another file describes. */
    private void source(Yaml.Keys root) {
        boolean isDescribed = FactsKeys.describesSource(root, vocabulary);
        for (Yaml.Entry entry : root.entries()) {
            if (entry.key().value().equals(FactsKeys.SOURCE)
                    && entry.value() instanceof Yaml.Text id
                    && !id.isBlank()) {
                Definition definition = new Definition(id.value(), "Source", id.place());
                if (isDescribed) {
                    define(definition);
                } else {
                    mentionedSources.add(definition);
                }
            }
        }
    }

    private void section(Yaml node) {
        if (node instanceof Yaml.Items items) {
            items.items().forEach(this::listedItem);
        } else if (node instanceof Yaml.Keys keys) {
            if (keys.entries().stream().anyMatch(entry -> ItemHead.isClassKey(entry, vocabulary))) {
                item(keys);
            }
            keys.entries().forEach(entry -> section(entry.value()));
        }
    }

    private void listedItem(Yaml item) {
        if (item instanceof Yaml.Keys keys) {
            item(keys);
        } else if (item instanceof Yaml.Text text) {
            claim(text.value());
        }
    }

    private void item(Yaml.Keys item) {
        Optional<ItemHead> head = ItemHead.of(item, vocabulary);
        if (head.isEmpty()) {
            return;
        }
        item.entries().stream()
                .filter(entry -> !entry.equals(head.get().entry()) && ItemHead.isClassKey(entry, vocabulary))
                .forEach(this::secondHead);
        if (!head.get().isAlso()) {
            first(item, head.get());
        }
    }

    private void first(Yaml.Keys item, ItemHead head) {
        Yaml value = head.entry().value();
        if (head.isClaim() || head.type() == null) {
            texts(value).forEach(text -> claim(text.value()));
        }
        if (!head.isClaim()) {
            id(item, head, value);
        }
    }

    private void id(Yaml.Keys item, ItemHead head, Yaml value) {
        if (value instanceof Yaml.Text id && !id.isBlank()) {
            define(id, head.type());
            names(item, id.value());
        } else if (value instanceof Yaml.Unreadable id) {
            definitions.addStandIn(new Definition(id.typed(), null, id.place()));
        }
    }

    /** What is of no known class may be no definition at all, so it is not held against another one. */
    private void define(Yaml.Text id, @Nullable TermClass type) {
        if (type == null) {
            definitions.addStandIn(new Definition(id.value(), null, id.place()));
        } else {
            define(new Definition(id.value(), type.name(), id.place()));
        }
    }

    /** A fact whose dash is missing. */
    private void secondHead(Yaml.Entry entry) {
        for (Yaml.Text text : texts(entry.value())) {
            claim(text.value());
            definitions.addStandIn(new Definition(text.value(), null, text.place()));
        }
    }

    private void names(Yaml.Keys item, String id) {
        for (Yaml.Entry entry : item.entries()) {
            vocabulary
                    .propertyFor(entry.key().value())
                    .filter(property ->
                            property.name().equals("label") || property.name().equals("altLabel"))
                    .ifPresent(property -> texts(entry.value()).forEach(name -> definitions.addName(name.value(), id)));
        }
    }

    private static List<Yaml.Text> texts(Yaml value) {
        List<Yaml> values = value instanceof Yaml.Items items ? items.items() : List.of(value);
        return values.stream()
                .filter(Yaml.Text.class::isInstance)
                .map(Yaml.Text.class::cast)
                .toList();
    }

    private void define(Definition definition) {
        if (!EntityId.canBeGiven(definition.id())) {
            definitions.addStandIn(definition);
            definitions.addStandIn(new Definition(suggestedId(definition.id()), definition.type(), definition.place()));
            return;
        }
        definitions.add(definition).ifPresent(earlier -> reportDuplicate(definition, earlier));
    }

    private void reportDuplicate(Definition definition, Definition earlier) {
        String what = earlier.type() == null
                ? ""
                : " ("
                        + Phrase.a(vocabulary
                                .classFor(earlier.type())
                                .orElseThrow()
                                .label()) + ")";
        boolean isRecord = earlier.type() != null && vocabulary.isA(earlier.type(), "Record");
        problems.error(
                definition.place(),
                "duplicate-id",
                "'" + definition.id() + "' is defined already at " + earlier.place() + what,
                isRecord ? "use another id, or 'also:' to add evidence" : "use another id, or delete one of the two");
    }

    /** What somebody may have meant who typed something that is no id. */
    static String suggestedId(String typed) {
        String id = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return id.isEmpty() ? "an-id" : id;
    }

    private void claim(String typed) {
        LinkText.of(typed, vocabulary)
                .flatMap(link -> link.identity(vocabulary))
                .ifPresent(definitions::addClaim);
    }

    /** What a line that YAML cannot read would have defined or claimed, as far as that can be guessed. */
    private void lostLine(String path, YamlFile.Line line) {
        definitions.addLostText(line.text());
        Matcher parts = LOST_LINE.matcher(line.text());
        if (!parts.matches()) {
            return;
        }
        String text = parts.group(2);
        Optional<TermClass> type = vocabulary.classes().stream()
                .filter(known -> text.startsWith(known.label()) || text.startsWith(known.name()))
                .max(Comparator.comparingInt(known -> known.label().length()));
        boolean isItem = parts.group(1) != null;
        if (type.isPresent() || isItem) {
            Place place = new Place(path, line.number(), 1);
            standIns(text, type.map(TermClass::name).orElse(null), place);
        }
    }

    private void standIns(String text, @Nullable String type, Place place) {
        Matcher name = LOST_NAME.matcher(text);
        while (name.find()) {
            definitions.addStandIn(new Definition(name.group(), type, place));
            definitions.addStandIn(new Definition(suggestedId(name.group()), type, place));
        }
    }
}
