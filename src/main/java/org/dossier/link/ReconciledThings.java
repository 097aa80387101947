package org.dossier.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dossier.triples.Names;

/** The actors and technologies of a dossier with their types and properties, as other tools ask for them. */
final class ReconciledThings {

    private static final List<String> ROOTS = List.of("Actor", "Technology");

    private static final Node REGISTRATION = Names.term("isRegistrationOf");

    private final Graph everything;
    private final String base;
    private final NavigableMap<String, Profile> things = new TreeMap<>();
    private final Set<String> registrations = new HashSet<>();
    private final Map<String, SortedSet<String>> typesOf = new HashMap<>();
    private final Map<String, List<String>> foldedNames = new HashMap<>();
    private final NavigableMap<String, String> types = new TreeMap<>();
    private final NavigableMap<String, Node> properties = new TreeMap<>();
    private final Map<String, String> prefixes;

    ReconciledThings(Graph everything, String base) {
        this.everything = everything;
        this.base = base;
        this.prefixes = Names.prefixes(base);
        for (String root : ROOTS) {
            DossierProfiles.of(everything, base, root).forEach(thing -> things.put(thing.id(), thing));
        }
        things.values().forEach(this::take);
        registrations.addAll(registrations());
        typesOf.values().stream()
                .flatMap(Set::stream)
                .forEach(type -> types.computeIfAbsent(type, unseen -> label(Names.term(type), type)));
    }

    /** What a file lists and is decided to be a thing of this dossier: whoever looks for it means that thing. */
    private Set<String> registrations() {
        return everything.find(Node.ANY, REGISTRATION, Node.ANY).toList().stream()
                .filter(triple -> idOf(triple.getObject()).flatMap(this::thing).isPresent())
                .flatMap(triple -> idOf(triple.getSubject()).stream())
                .collect(Collectors.toSet());
    }

    /** A thing under its own names and those of its registrations. */
    private Profile withRegistrations(Profile thing) {
        List<Name> names = new ArrayList<>(thing.names());
        everything.find(Node.ANY, REGISTRATION, node(thing.id())).toList().stream()
                .flatMap(triple -> idOf(triple.getSubject()).flatMap(this::thing).stream())
                .sorted(Comparator.comparing(Profile::id))
                .flatMap(registration -> registration.names().stream())
                .map(name -> new Name(name.text(), Name.Role.ALIAS))
                .filter(name -> names.stream().noneMatch(own -> own.text().equals(name.text())))
                .forEach(names::add);
        return new Profile(thing.id(), names, thing.identifiers(), thing.context());
    }

    private void take(Profile profile) {
        String id = profile.id();
        foldedNames.put(
                id,
                profile.names().stream()
                        .map(name -> Reconciliation.folded(name.text()))
                        .toList());
        Node thing = node(id);
        SortedSet<String> types = new TreeSet<>();
        everything.find(thing, Node.ANY, Node.ANY).forEachRemaining(triple -> {
            if (triple.getPredicate().equals(RDF.type.asNode())) {
                addWithParents(triple.getObject(), types);
            } else {
                properties.put(brief(triple.getPredicate()), triple.getPredicate());
            }
        });
        typesOf.put(id, types);
    }

    private void addWithParents(Node type, Set<String> types) {
        if (type.isURI() && type.getURI().startsWith(Names.TERMS) && types.add(Names.localName(type))) {
            everything
                    .find(type, RDFS.subClassOf.asNode(), Node.ANY)
                    .mapWith(Triple::getObject)
                    .toList()
                    .forEach(parent -> addWithParents(parent, types));
        }
    }

    private Node node(String id) {
        return NodeFactory.createURI(base + id);
    }

    /** The local name of a term of ours; of others, with a prefix. */
    private String brief(Node term) {
        String iri = term.getURI();
        if (iri.startsWith(Names.TERMS)) {
            return Names.localName(term);
        }
        return prefixes.entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue()))
                .max(Comparator.comparingInt(prefix -> prefix.getValue().length()))
                .map(prefix ->
                        prefix.getKey() + ":" + iri.substring(prefix.getValue().length()))
                .orElse(iri);
    }

    /** All things that may be meant, in order of their ids. */
    List<Profile> all() {
        return things.values().stream()
                .filter(thing -> !registrations.contains(thing.id()))
                .map(this::withRegistrations)
                .toList();
    }

    Optional<Profile> thing(String id) {
        return Optional.ofNullable(things.get(id));
    }

    /** Local names of a thing's classes, those above them included. */
    SortedSet<String> types(String id) {
        return typesOf.getOrDefault(id, new TreeSet<>());
    }

    /** Classes of things here, each with its label. */
    NavigableMap<String, String> allTypes() {
        return Collections.unmodifiableNavigableMap(types);
    }

    /** Those with a name that begins so; then those with a word in a name that does. */
    Stream<Profile> beginning(String foldedPrefix) {
        return things.values().stream()
                .filter(thing -> !registrations.contains(thing.id()))
                .filter(thing -> anyName(thing, name -> Reconciliation.begins(name, foldedPrefix)))
                .sorted(Comparator.comparing(thing -> !anyName(thing, name -> name.startsWith(foldedPrefix))));
    }

    private boolean anyName(Profile thing, Predicate<String> test) {
        return foldedNames.getOrDefault(thing.id(), List.of()).stream().anyMatch(test);
    }

    /** What a property means, in the words of the ontology. */
    Optional<String> definitionOfProperty(String id) {
        return Optional.ofNullable(properties.get(id)).map(property -> definition(property, id));
    }

    /** What a class means, in the words of the ontology. */
    Optional<String> definitionOfType(String id) {
        return types.containsKey(id) ? Optional.of(definition(Names.term(id), id)) : Optional.empty();
    }

    private String definition(Node term, String id) {
        String meaning = everything.find(term, SKOS.definition.asNode(), Node.ANY).toList().stream()
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .sorted()
                .findFirst()
                .map(": "::concat)
                .orElse("");
        return label(term, id) + meaning;
    }

    /** The narrowest of a thing's classes, with their labels. */
    NavigableMap<String, String> narrowTypes(String id) {
        NavigableMap<String, String> labels = new TreeMap<>();
        SortedSet<String> its = types(id);
        its.stream()
                .filter(type -> its.stream()
                        .noneMatch(other ->
                                everything.contains(Names.term(other), RDFS.subClassOf.asNode(), Names.term(type))))
                .forEach(type -> labels.put(type, types.getOrDefault(type, type)));
        return labels;
    }

    /** Properties that things here have, each with its label. */
    NavigableMap<String, String> allProperties() {
        NavigableMap<String, String> labels = new TreeMap<>();
        properties.forEach((id, property) -> labels.put(id, label(property, id)));
        return labels;
    }

    /** Those that things of a class have; all when no class is named. */
    NavigableMap<String, String> propertiesOf(String type) {
        if (type.isEmpty()) {
            return allProperties();
        }
        NavigableMap<String, String> labels = new TreeMap<>();
        things.keySet().stream()
                .filter(id -> types(id).contains(type))
                .flatMap(id -> everything.find(node(id), Node.ANY, Node.ANY).toList().stream())
                .map(Triple::getPredicate)
                .filter(property -> !property.equals(RDF.type.asNode()))
                .forEach(property -> labels.put(brief(property), label(property, brief(property))));
        return labels;
    }

    /** What a property of a thing leads to, in an order that never changes. */
    List<Node> values(String id, String property) {
        Node predicate = properties.get(property);
        return predicate == null
                ? List.of()
                : everything.find(node(id), predicate, Node.ANY).mapWith(Triple::getObject).toList().stream()
                        .sorted(Comparator.comparing(Node::toString))
                        .toList();
    }

    /** The id of a thing here; nothing for any other node. */
    Optional<String> idOf(Node node) {
        return Optional.of(node)
                .filter(each -> each.isURI() && each.getURI().startsWith(base))
                .map(each -> each.getURI().substring(base.length()));
    }

    /** What people call it. */
    String label(Node node, String otherwise) {
        return Stream.of(RDFS.label.asNode(), SKOS.prefLabel.asNode())
                .flatMap(property -> everything.find(node, property, Node.ANY).toList().stream())
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .sorted()
                .findFirst()
                .orElse(otherwise);
    }

    /** Types and other names, to tell namesakes apart. */
    String description(Profile thing) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("types", String.join(", ", narrowTypes(thing.id()).values()));
        parts.put(
                "names",
                String.join("; ", thing.names().stream().skip(1).map(Name::text).toList()));
        return String.join(
                ", also ",
                parts.values().stream().filter(part -> !part.isEmpty()).toList());
    }
}
