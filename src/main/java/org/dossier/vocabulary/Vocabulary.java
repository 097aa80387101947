package org.dossier.vocabulary;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Everything that can be said in a dossier: classes, properties and concepts, found by name or by label. */
public final class Vocabulary {

    private final NavigableMap<String, TermClass> classes;
    private final NavigableMap<String, Property> properties;
    private final NavigableMap<String, Concept> concepts;
    private final Map<String, TermClass> classesByLabel;
    private final Map<String, Property> propertiesByLabel;
    private final NavigableMap<String, String> schemeLabels;
    private final List<Cardinality> cardinalities;

    /**
     * @param schemeLabels name and label of each concept scheme
     * @throws IllegalStateException when two terms share a name or a label
     */
    public Vocabulary(
            Collection<TermClass> classes,
            Collection<Property> properties,
            Collection<Concept> concepts,
            Map<String, String> schemeLabels,
            List<Cardinality> cardinalities) {
        this.classes = index(classes, TermClass::name);
        this.properties = index(properties, Property::name);
        this.concepts = index(concepts, Concept::name);
        this.classesByLabel = index(classes, TermClass::label);
        this.propertiesByLabel = index(properties, Property::label);
        this.schemeLabels = new TreeMap<>(schemeLabels);
        this.cardinalities = List.copyOf(cardinalities);
    }

    private static <T> NavigableMap<String, T> index(Collection<T> terms, Function<T, String> key) {
        return terms.stream()
                .collect(toMap(
                        key,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalStateException("two terms have one name: " + one + " and " + other);
                        },
                        TreeMap::new));
    }

    public Collection<TermClass> classes() {
        return classes.values();
    }

    public Collection<Property> properties() {
        return properties.values();
    }

    public Collection<Concept> concepts() {
        return concepts.values();
    }

    /** The class with this name ({@code OpenQuestion}) or label ({@code open question}). */
    public Optional<TermClass> classFor(String nameOrLabel) {
        return Optional.ofNullable(classes.get(nameOrLabel))
                .or(() -> Optional.ofNullable(classesByLabel.get(nameOrLabel)));
    }

    /** The property with this name ({@code isMeasuredFor}) or label ({@code is measured for}). */
    public Optional<Property> propertyFor(String nameOrLabel) {
        return Optional.ofNullable(properties.get(nameOrLabel))
                .or(() -> Optional.ofNullable(propertiesByLabel.get(nameOrLabel)));
    }

    public Optional<Concept> concept(String name) {
        return Optional.ofNullable(concepts.get(name));
    }

    /** The concepts of one taxonomy, in order of their names. */
    public List<Concept> conceptsOf(String scheme) {
        return concepts.values().stream()
                .filter(concept -> concept.scheme().equals(scheme))
                .toList();
    }

    /** Label of a taxonomy, or its name where it has none. */
    public String schemeLabel(String scheme) {
        return schemeLabels.getOrDefault(scheme, scheme);
    }

    /** Whether a class is another one or stands below it. */
    public boolean isA(String className, String ancestor) {
        return ancestry(className).anyMatch(found -> found.name().equals(ancestor));
    }

    /** Whether a thing of this class may have the property. */
    public boolean has(String className, Property property) {
        return property.domains().isEmpty() || property.domains().stream().anyMatch(domain -> isA(className, domain));
    }

    /** The taxonomy that kinds of such a thing are taken from; nothing when it has none. */
    public Optional<String> kindScheme(String className) {
        return ancestry(className)
                .flatMap(found -> Optional.ofNullable(found.kindScheme()).stream())
                .findFirst();
    }

    /** How often a thing of this class has a property: the narrowest of what its class and the classes above it say. */
    public Cardinality cardinality(String className, String propertyName) {
        return cardinalities.stream()
                .filter(rule -> rule.propertyName().equals(propertyName) && isA(className, rule.className()))
                .reduce(
                        new Cardinality(className, propertyName, 0, Integer.MAX_VALUE),
                        (one, other) -> new Cardinality(
                                className,
                                propertyName,
                                Math.max(one.least(), other.least()),
                                Math.min(one.most(), other.most())));
    }

    /** The class and those above it, nearest first. */
    private Stream<TermClass> ancestry(String className) {
        return Stream.iterate(
                        Optional.ofNullable(classes.get(className)),
                        Optional::isPresent,
                        found -> found.map(TermClass::parent).map(classes::get))
                .flatMap(Optional::stream);
    }
}
