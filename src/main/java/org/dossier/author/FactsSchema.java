package org.dossier.author;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dossier.vocabulary.Concept;
import org.dossier.vocabulary.Property;
import org.dossier.vocabulary.TermClass;
import org.dossier.vocabulary.Vocabulary;

/**
 * JSON Schema (2020-12) of facts files, for editors: which keys there are, what they mean, and which kinds fit. It knows one
 * file at a time, so whether an id exists only {@code check} can say.
 */
public final class FactsSchema {

    /** The first line of a facts file, by which editors find the schema where {@code dossier schema} writes it. */
    static final String LINE_FOR_EDITORS = "# yaml-language-server: $schema=../build/facts.schema.json\n";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    /** What may be said of a passage; in a fact these keys speak of the passage that stands in it. */
    private static final List<String> OF_PASSAGES =
            List.of("quote", "locator", "reliesOn", "isAssertedBy", "isQuotedFrom", "hedge");

    private static final List<String> LISTS_OF_PASSAGES = List.of("hasEvidence", "hasCounterEvidence");

    /** Typed within an amount, or asked for in another way. */
    private static final Set<String> NO_KEYS = Set.of("hasUnit", "hasPrecision", "hasEvidence", "hasCounterEvidence");

    /** Made by the program, never typed. */
    private static final Set<String> NO_ITEMS = Set.of("Evidence", "LoadUnit");

    private final Vocabulary vocabulary;

    private FactsSchema(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The schema of what can be said in these words. */
    public static JsonNode of(Vocabulary vocabulary) {
        return new FactsSchema(vocabulary).schema();
    }

    private JsonNode schema() {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", DRAFT);
        schema.put("title", "Facts of a dossier");
        schema.set("type", array("object", "null"));
        ObjectNode keys = schema.putObject("properties");
        keys.set("source", id("The source that the facts of this file are quoted from."));
        keys.set("text file", text("Path below sources/ of the text that quotes are looked up in."));
        keysOf("Source", keys);
        keys.set("sources", list("Further sources, such as those that this one relies on.", "a-source"));
        keys.set("entities", list("Who and what the facts speak of.", "an-entity"));
        keys.set("facts", facts());
        schema.put("additionalProperties", false);
        definitions(schema.putObject("$defs"));
        return schema;
    }

    /** A list, or lists below the headings that their quotes stand under. */
    private static ObjectNode facts() {
        ObjectNode facts = JSON.objectNode();
        facts.put(
                "description",
                "Claims and records, each with its quote; below the headings of the source, or as one list.");
        ObjectNode below = JSON.objectNode().put("type", "object");
        below.set("additionalProperties", list("Facts below this heading.", "a-fact"));
        facts.putArray("anyOf").add(below).add(list("Facts.", "a-fact"));
        return facts;
    }

    private void definitions(ObjectNode definitions) {
        definitions.set("a-source", anyItem(type -> vocabulary.isA(type.name(), "Source"), false));
        definitions.set(
                "an-entity",
                anyItem(
                        type -> !vocabulary.isA(type.name(), "Source") && !vocabulary.isA(type.name(), "Record"),
                        false));
        definitions.set("a-fact", anyItem(type -> vocabulary.isA(type.name(), "Record"), true));
        definitions.set("a-passage", passage());
        definitions.set("further-passages", furtherPassages());
        items().forEach(type -> definitions.set(type.name(), item(type)));
    }

    private Stream<TermClass> items() {
        return vocabulary.classes().stream().filter(type -> !NO_ITEMS.contains(type.name()));
    }

    private ObjectNode anyItem(Predicate<TermClass> belongs, boolean isFact) {
        ObjectNode any = JSON.objectNode();
        ArrayNode choices = any.putArray("anyOf");
        items().filter(belongs).forEach(type -> choices.add(reference(type.name())));
        if (isFact) {
            choices.add(reference("further-passages"));
        }
        return any;
    }

    private ObjectNode item(TermClass type) {
        ObjectNode item = JSON.objectNode();
        item.put("description", type.definition());
        item.put("type", "object");
        ObjectNode keys = item.putObject("properties");
        ObjectNode head = type.name().equals("Claim") ? claim(type) : id(type.definition());
        keys.set(type.label(), head);
        keys.set(type.name(), head);
        keysOf(type.name(), keys);
        if (vocabulary.isA(type.name(), "Record")) {
            passageKeys(keys);
        }
        if (vocabulary.isA(type.name(), "Source")) {
            keys.set("text file", text("Path below sources/ of the text that quotes are looked up in."));
        }
        item.put("additionalProperties", false);
        required(type, item.putArray("allOf"));
        return item;
    }

    private static ObjectNode claim(TermClass type) {
        ObjectNode link = JSON.objectNode().put("type", "string").put("pattern", "\\S+\\s+\\S.*\\s+\\S+");
        return oneOrMore(link, Integer.MAX_VALUE).put("description", type.definition() + " Written 'who link whom'.");
    }

    private void keysOf(String className, ObjectNode keys) {
        vocabulary.properties().stream()
                .filter(property -> vocabulary.has(className, property))
                .filter(property -> !property.isComputed() && !property.needsClaim())
                .filter(property -> !NO_KEYS.contains(property.name()))
                .forEach(property -> put(property, values(property, className), keys));
    }

    private void passageKeys(ObjectNode keys) {
        OF_PASSAGES.forEach(name ->
                vocabulary.propertyFor(name).ifPresent(property -> put(property, values(property, "Evidence"), keys)));
        LISTS_OF_PASSAGES.forEach(name -> vocabulary
                .propertyFor(name)
                .ifPresent(property -> put(property, list(property.definition(), "a-passage"), keys)));
    }

    private static void put(Property property, ObjectNode values, ObjectNode keys) {
        keys.set(property.label(), values);
        keys.set(property.name(), values);
    }

    private ObjectNode passage() {
        ObjectNode passage = JSON.objectNode().put("type", "object");
        ObjectNode keys = passage.putObject("properties");
        Stream.concat(OF_PASSAGES.stream(), Stream.of("note"))
                .forEach(name -> vocabulary
                        .propertyFor(name)
                        .ifPresent(property -> put(property, values(property, "Evidence"), keys)));
        passage.put("additionalProperties", false);
        passage.putArray("required").add("quote");
        return passage;
    }

    private ObjectNode furtherPassages() {
        ObjectNode item = JSON.objectNode().put("type", "object");
        ObjectNode keys = item.putObject("properties");
        keys.set("also", text("The record or claim that the passage bears out too."));
        passageKeys(keys);
        vocabulary.propertyFor("note").ifPresent(note -> put(note, values(note, "Evidence"), keys));
        item.put("additionalProperties", false);
        item.putArray("required").add("also");
        return item;
    }

    /** What the item is, and what things of its class must have, each key by label or by name. */
    private void required(TermClass type, ArrayNode all) {
        all.add(either(type.label(), type.name()));
        vocabulary.properties().stream()
                .filter(property -> !property.isComputed() && !NO_KEYS.contains(property.name()))
                .filter(property ->
                        vocabulary.cardinality(type.name(), property.name()).least() > 0)
                .forEach(property -> all.add(either(property.label(), property.name())));
    }

    private static ObjectNode either(String label, String name) {
        ObjectNode either = JSON.objectNode();
        ArrayNode ways = either.putArray("anyOf");
        Stream.of(label, name)
                .distinct()
                .forEach(key -> ways.addObject().putArray("required").add(key));
        return either;
    }

    private ObjectNode values(Property property, String className) {
        int most = vocabulary.cardinality(className, property.name()).most();
        return oneOrMore(value(property, className), most).put("description", property.definition());
    }

    private ObjectNode value(Property property, String className) {
        return switch (property.form()) {
            case THING -> JSON.objectNode().put("type", "string");
            case CONCEPT -> kinds(property, className);
            case TEXT -> typed("string", "number", "boolean");
            case DATE -> typed("string", "integer").put("pattern", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$");
            case AMOUNT, MONEY -> typed("string", "number");
            case INTEGER -> typed("integer", "string");
            case FLAG -> flag();
            case ADDRESS -> JSON.objectNode().put("type", "string").put("pattern", "^[Hh][Tt][Tt][Pp][Ss]?://");
        };
    }

    private ObjectNode kinds(Property property, String className) {
        Optional<String> scheme = Optional.ofNullable(property.scheme()).or(() -> vocabulary.kindScheme(className));
        ObjectNode kinds = JSON.objectNode().put("type", "string");
        scheme.ifPresent(name -> kinds.set("enum", names(vocabulary.conceptsOf(name))));
        return kinds;
    }

    private static ArrayNode names(List<Concept> concepts) {
        ArrayNode names = JSON.arrayNode();
        concepts.forEach(concept -> names.add(concept.name()));
        return names;
    }

    /** Editors make booleans of some of them. */
    private static ObjectNode flag() {
        ObjectNode flag = JSON.objectNode();
        flag.putArray("enum").add(true).add(false).add("yes").add("no");
        return flag;
    }

    private static ObjectNode oneOrMore(ObjectNode value, int most) {
        ObjectNode several = JSON.objectNode().put("type", "array");
        several.set("items", value);
        if (most < Integer.MAX_VALUE) {
            several.put("maxItems", most);
        }
        ObjectNode either = JSON.objectNode();
        either.putArray("anyOf").add(value).add(several);
        return either;
    }

    private static ObjectNode list(String description, String definition) {
        ObjectNode list = JSON.objectNode().put("description", description);
        list.set("type", array("array", "null"));
        list.set("items", reference(definition));
        return list;
    }

    private static ObjectNode id(String description) {
        return JSON.objectNode()
                .put("description", description)
                .put("type", "string")
                .put("pattern", "^" + ID + "$");
    }

    private static ObjectNode text(String description) {
        return JSON.objectNode().put("description", description).put("type", "string");
    }

    private static ObjectNode typed(String... types) {
        ObjectNode typed = JSON.objectNode();
        typed.set("type", array(types));
        return typed;
    }

    private static ArrayNode array(String... texts) {
        ArrayNode array = JSON.arrayNode();
        Stream.of(texts).forEach(array::add);
        return array;
    }

    private static ObjectNode reference(String definition) {
        return JSON.objectNode().put("$ref", "#/$defs/" + definition);
    }
}
