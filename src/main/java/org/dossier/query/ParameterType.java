package org.dossier.query;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.vocabulary.Concept;
import org.dossier.vocabulary.TermClass;
import org.dossier.vocabulary.Vocabulary;

/** What a value of a parameter must be. */
public sealed interface ParameterType {

    /** A thing of a class of the ontology, or of one below it. */
    record Instance(String className) implements ParameterType {}

    /** Anything that the dossier has an id for: an entity, a record, a source. */
    record Thing() implements ParameterType {}

    /** A concept of one taxonomy. */
    record Kind(String scheme) implements ParameterType {}

    /** A property of the ontology, such as <i>uses</i>. */
    record Relation() implements ParameterType {}

    /** A year, a month or a day. */
    record Date() implements ParameterType {}

    /** A number; typed without a point it is a whole one. */
    record Figure() implements ParameterType {}

    /** Any words. */
    record Text() implements ParameterType {}

    /** What headers may say besides the name of a class. */
    String FORMS = "a class such as Agency, 'kind SCHEME', thing, property, standing, date, number or text";

    /** The type that a header names, or nothing when the ontology has no such class or taxonomy. */
    static Optional<ParameterType> named(String words, Vocabulary vocabulary) {
        Matcher kind = Pattern.compile("kind\\s+(\\S+)").matcher(words);
        if (kind.matches()) {
            return scheme(kind.group(1), vocabulary);
        }
        return switch (words) {
            case "thing" -> Optional.of(new Thing());
            case "property" -> Optional.of(new Relation());
            case "standing" -> scheme("standing", vocabulary);
            case "date" -> Optional.of(new Date());
            case "number" -> Optional.of(new Figure());
            case "text" -> Optional.of(new Text());
            default -> vocabulary.classFor(words).map(TermClass::name).map(Instance::new);
        };
    }

    private static Optional<ParameterType> scheme(String name, Vocabulary vocabulary) {
        return vocabulary.conceptsOf(name).isEmpty() ? Optional.empty() : Optional.of(new Kind(name));
    }

    /** Every name that a header may use for a type, so that a misspelt one can be put right. */
    static Stream<String> names(Vocabulary vocabulary) {
        Stream<String> schemes =
                vocabulary.concepts().stream().map(Concept::scheme).distinct().map(scheme -> "kind " + scheme);
        Stream<String> classes = vocabulary.classes().stream().flatMap(term -> Stream.of(term.name(), term.label()));
        Stream<String> forms = Stream.of("thing", "property", "standing", "date", "number", "text");
        return Stream.of(schemes, classes, forms).flatMap(names -> names);
    }

    /** What it is called in a sentence and in a header. */
    default String words() {
        if (this instanceof Instance instance) {
            return instance.className();
        }
        if (this instanceof Kind kind) {
            return kind.scheme().equals("standing") ? "standing" : "kind " + kind.scheme();
        }
        if (this instanceof Thing) {
            return "thing";
        }
        if (this instanceof Relation) {
            return "property";
        }
        if (this instanceof Date) {
            return "date";
        }
        if (this instanceof Figure) {
            return "number";
        }
        if (this instanceof Text) {
            return "text";
        }
        throw new AssertionError(this);
    }
}
