package org.dossier.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dossier.query.Parameter;
import org.dossier.query.ParameterType;
import org.dossier.triples.Names;
import org.dossier.vocabulary.TermClass;
import org.dossier.vocabulary.Vocabulary;

/** Makes the entries of a question's form. */
final class Fields {

    /** More names than this are found by typing, not by looking through them. */
    private static final int MOST_CHOICES = 200;

    private final Catalogue catalogue;
    private final Vocabulary vocabulary;
    private final String base;

    Fields(Edition edition, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.vocabulary = edition.vocabulary();
        this.base = edition.manifest().base();
    }

    Field of(Parameter parameter, Map<String, String> typed) {
        List<Field.Choice> choices = choices(parameter.type());
        boolean isClosed =
                parameter.type() instanceof ParameterType.Kind || parameter.type() instanceof ParameterType.Relation;
        String words = words(parameter.name());
        return new Field(
                parameter.optionName(),
                words,
                hint(parameter),
                typed.getOrDefault(parameter.name(), ""),
                byDefault(parameter),
                choices,
                isClosed,
                parameter.isRequired(),
                choices.isEmpty() ? completion(parameter.type()) : "");
    }

    /** {@code fromDate} as <i>From date</i>. */
    static String words(String variable) {
        String words = variable.replaceAll("(?<=[a-z0-9])([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String hint(Parameter parameter) {
        String form = parameter.type() instanceof ParameterType.Date ? "2025, 2025-07 or 2025-07-04" : "";
        return parameter.description().isEmpty() || form.isEmpty()
                ? parameter.description() + form
                : parameter.description() + " (" + form + ")";
    }

    private String byDefault(Parameter parameter) {
        if (parameter.byDefault() == null) {
            return "";
        }
        if (parameter.canBeAny()) {
            return "any";
        }
        Node thing = NodeFactory.createURI(base + parameter.byDefault());
        return vocabulary
                .concept(parameter.byDefault())
                .filter(concept -> parameter.type() instanceof ParameterType.Kind)
                .map(concept -> concept.label())
                .or(() -> catalogue.label(thing))
                .orElse(parameter.byDefault());
    }

    private static String completion(ParameterType type) {
        if (type instanceof ParameterType.Instance instance) {
            return "/search.json?class=" + Address.encoded(instance.className());
        }
        return type instanceof ParameterType.Thing ? "/search.json" : "";
    }

    private List<Field.Choice> choices(ParameterType type) {
        if (type instanceof ParameterType.Kind kind) {
            return vocabulary.conceptsOf(kind.scheme()).stream()
                    .map(concept -> new Field.Choice(concept.name(), concept.label()))
                    .toList();
        }
        if (type instanceof ParameterType.Relation) {
            return vocabulary.properties().stream()
                    .map(property -> new Field.Choice(property.name(), property.label()))
                    .sorted(Comparator.comparing(Field.Choice::label))
                    .toList();
        }
        return type instanceof ParameterType.Instance instance ? things(instance.className()) : List.of();
    }

    /** The names of a class's things; two of one name are told apart by their ids. */
    private List<Field.Choice> things(String className) {
        List<Node> found = new ArrayList<>();
        for (TermClass term : vocabulary.classes()) {
            if (vocabulary.isA(term.name(), className) && found.size() <= MOST_CHOICES) {
                catalogue
                        .graph()
                        .find(Node.ANY, RDF.type.asNode(), Names.term(term.name()))
                        .mapWith(Triple::getSubject)
                        .forEachRemaining(thing -> {
                            if (found.size() <= MOST_CHOICES) {
                                found.add(thing);
                            }
                        });
            }
        }
        return found.size() > MOST_CHOICES ? List.of() : named(found);
    }

    private List<Field.Choice> named(List<Node> things) {
        Map<String, Integer> uses = new HashMap<>();
        things.forEach(thing -> uses.merge(catalogue.name(thing), 1, Integer::sum));
        return things.stream()
                .map(thing -> choice(thing, uses))
                .sorted(Comparator.comparing(Field.Choice::label).thenComparing(Field.Choice::value))
                .toList();
    }

    private Field.Choice choice(Node thing, Map<String, Integer> uses) {
        String name = catalogue.name(thing);
        boolean isPlain =
                uses.getOrDefault(name, 0) == 1 && catalogue.label(thing).isPresent();
        return new Field.Choice(isPlain ? name : catalogue.id(thing).orElse(thing.toString()), name);
    }
}
