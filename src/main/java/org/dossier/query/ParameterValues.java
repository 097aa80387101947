package org.dossier.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dossier.claim.PartialDate;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.triples.Literals;
import org.dossier.vocabulary.Concept;
import org.dossier.vocabulary.Property;
import org.dossier.vocabulary.Vocabulary;

/** Turns what people type for the parameters of a question into terms of the graph. */
public final class ParameterValues {

    private static final String VALUE = "parameter-value";

    private final Things things;
    private final Vocabulary vocabulary;

    /** @param base IRI that the dossier's ids are put behind */
    public ParameterValues(Graph graph, Vocabulary vocabulary, String base) {
        this.things = new Things(graph, vocabulary, base);
        this.vocabulary = vocabulary;
    }

    /**
     * The term for each variable that is set.
     *
     * @param typed by name of variable or option; what is left out takes its default
     * @return what to hand to {@link Asking}; incomplete when problems were added
     */
    public Map<String, Node> of(SavedQuestion question, Map<String, String> typed, Problems problems) {
        typed.keySet().stream()
                .filter(name -> question.parameter(name).isEmpty())
                .forEach(name -> unknown(question, name, problems));
        Map<String, Node> values = new HashMap<>();
        for (Parameter parameter : question.parameters()) {
            Optional<String> text = typedFor(parameter, typed).or(() -> Optional.ofNullable(parameter.byDefault()));
            if (text.isEmpty()) {
                missing(parameter, problems);
            } else if (!(parameter.canBeAny() && text.get().equals(Parameter.ANY))) {
                value(parameter, text.get(), problems).ifPresent(value -> values.put(parameter.name(), value));
            }
        }
        return values;
    }

    private static Optional<String> typedFor(Parameter parameter, Map<String, String> typed) {
        return Optional.ofNullable(typed.get(parameter.name()))
                .or(() -> Optional.ofNullable(typed.get(parameter.optionName())));
    }

    private static void unknown(SavedQuestion question, String name, Problems problems) {
        List<String> known =
                question.parameters().stream().map(Parameter::optionName).toList();
        String otherwise = known.isEmpty() ? "it has none" : "it has " + String.join(", ", known);
        problems.error(
                Place.wholeFile("--" + name),
                "parameter-unknown",
                "the question '" + question.name() + "' has no parameter '" + name + "'",
                DidYouMean.remedy(known, name, otherwise));
    }

    private static void missing(Parameter parameter, Problems problems) {
        problems.error(
                place(parameter),
                "parameter-missing",
                "the question needs a value for '" + parameter.optionName() + "' ("
                        + parameter.type().words() + ")",
                "add --" + parameter.optionName() + " VALUE");
    }

    private static Place place(Parameter parameter) {
        return Place.wholeFile("--" + parameter.optionName());
    }

    private Optional<Node> value(Parameter parameter, String typed, Problems problems) {
        ParameterType type = parameter.type();
        if (type instanceof ParameterType.Instance instance) {
            return thing(parameter, typed, found -> things.isA(found, instance.className()), problems);
        }
        if (type instanceof ParameterType.Thing) {
            return thing(parameter, typed, found -> true, problems);
        }
        if (type instanceof ParameterType.Kind kind) {
            return concept(parameter, kind.scheme(), typed, problems);
        }
        if (type instanceof ParameterType.Relation) {
            return relation(parameter, typed, problems);
        }
        if (type instanceof ParameterType.Date) {
            return date(parameter, typed, problems);
        }
        if (type instanceof ParameterType.Figure) {
            return number(parameter, typed, problems);
        }
        if (type instanceof ParameterType.Text) {
            return Optional.of(Literals.text(typed));
        }
        throw new AssertionError(type);
    }

    private Optional<Node> thing(Parameter parameter, String typed, Predicate<Node> wanted, Problems problems) {
        Optional<Node> withId = things.withId(typed);
        if (withId.filter(wanted).isPresent()) {
            return withId;
        }
        List<Node> called = things.called(typed, wanted);
        if (called.size() == 1) {
            return Optional.of(called.get(0));
        }
        String what = parameter.type().words();
        if (called.size() > 1) {
            List<String> ids = called.stream().map(things::id).sorted().toList();
            error(
                    parameter,
                    "several things are called '" + typed + "'",
                    "give an id: " + String.join(", ", ids),
                    problems);
        } else if (withId.isPresent()) {
            String classes = String.join(", ", things.classes(withId.get()));
            error(parameter, "'" + typed + "' is no " + what + " but: " + classes, "", problems);
        } else {
            String remedy = things.like(typed, wanted)
                    .map(name -> "did you mean '" + name + "'?")
                    .orElse("give an id or a label of the dossier");
            error(parameter, "no " + what + " '" + typed + "' is in the dossier", remedy, problems);
        }
        return Optional.empty();
    }

    private Optional<Node> concept(Parameter parameter, String scheme, String typed, Problems problems) {
        List<Concept> concepts = vocabulary.conceptsOf(scheme);
        Optional<Concept> found = concepts.stream()
                .filter(concept -> concept.name().equals(typed.replaceFirst("^kind:", ""))
                        || concept.label().equalsIgnoreCase(typed))
                .findFirst();
        if (found.isEmpty()) {
            List<String> names = concepts.stream().map(Concept::name).toList();
            error(
                    parameter,
                    "'" + typed + "' is no " + vocabulary.schemeLabel(scheme),
                    DidYouMean.remedy(names, typed, "there are " + String.join(", ", names)),
                    problems);
        }
        return found.map(Concept::name).map(things::concept);
    }

    private Optional<Node> relation(Parameter parameter, String typed, Problems problems) {
        Optional<Property> found = vocabulary.propertyFor(typed.replaceFirst("^dossier:", ""));
        if (found.isEmpty()) {
            List<String> known = new ArrayList<>();
            vocabulary.properties().forEach(property -> known.addAll(List.of(property.name(), property.label())));
            error(
                    parameter,
                    "the ontology has no property '" + typed + "'",
                    DidYouMean.remedy(known, typed, "see ontology/dossier.ttl"),
                    problems);
        }
        return found.map(Property::iri).map(NodeFactory::createURI);
    }

    private static Optional<Node> date(Parameter parameter, String typed, Problems problems) {
        Optional<PartialDate> date = PartialDate.parse(typed);
        if (date.isEmpty()) {
            error(parameter, "'" + typed + "' is no date", "write 2025, 2025-07 or 2025-07-04", problems);
        }
        return date.map(Literals::date);
    }

    private static Optional<Node> number(Parameter parameter, String typed, Problems problems) {
        if (typed.matches("[+-]?\\d{1,18}")) {
            return Optional.of(Literals.whole(Long.parseLong(typed)));
        }
        if (typed.matches("[+-]?\\d{1,100}(\\.\\d{1,100})?")) {
            return Optional.of(Literals.decimal(new BigDecimal(typed)));
        }
        error(parameter, "'" + typed + "' is no number", "write digits, with at most one point", problems);
        return Optional.empty();
    }

    private static void error(Parameter parameter, String message, String remedy, Problems problems) {
        problems.error(place(parameter), VALUE, message, remedy);
    }
}
