package org.dossier.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dossier.claim.EntityId;
import org.dossier.triples.Names;

/** The things of a dossier, as they can be compared with the entries of a target. */
public final class DossierProfiles {

    private static final String QUERY = resource("profiles.rq");
    private static final String KNOWN = resource("known.rq");

    /** Identifiers by the local names of the properties that hold them. */
    private static final Map<String, String> SCHEMES = Map.of(
            "uei", "uei", "lei", "lei", "cik", "cik", "cageCode", "cage", "cgacCode", "cgac", "subtierCode", "subtier");

    private static final Node OWNER = Names.term("isOwnedBy");
    private static final Node FORERUNNER = Names.term("succeeds");

    private DossierProfiles() {}

    /**
     * The things of a class and the classes below it that have a name, in order of their ids.
     *
     * @param everything the whole dossier, its ontology included
     * @param base IRI that its ids are put behind; things elsewhere are left out
     * @param kind local name of the class, such as {@code Firm}
     */
    public static List<Profile> of(Graph everything, String base, String kind) {
        SortedMap<String, Map<Node, SortedSet<String>>> things = new TreeMap<>();
        try (QueryExec exec = QueryExec.graph(everything)
                .query(QUERY)
                .substitution("kind", Names.term(kind))
                .build()) {
            exec.select().forEachRemaining(row -> take(row, base, things));
        }
        return things.entrySet().stream()
                .flatMap(thing -> profile(thing.getKey(), thing.getValue()).stream())
                .toList();
    }

    /** The scheme of the identifiers that a property holds, by its local name; empty when it holds none. */
    static String scheme(String property) {
        return SCHEMES.getOrDefault(property, "");
    }

    /** The label of a thing, or else its first other name; nothing when the dossier does not name it. */
    static Optional<String> labelOf(Graph everything, String base, EntityId thing) {
        Node node = NodeFactory.createURI(base + thing.name());
        return Stream.of(RDFS.label.asNode(), SKOS.altLabel.asNode())
                .flatMap(property -> everything.find(node, property, Node.ANY).toList().stream()
                        .map(triple -> triple.getObject().getLiteralLexicalForm())
                        .sorted())
                .findFirst();
    }

    /** What the dossier holds about a thing, such as {@code contracts held: 12}; what is nothing is left out. */
    static List<String> known(Graph everything, String base, EntityId thing) {
        try (QueryExec exec = QueryExec.graph(everything)
                .query(KNOWN)
                .substitution("thing", NodeFactory.createURI(base + thing.name()))
                .build()) {
            Binding row = exec.select().next();
            return Stream.of(
                            counted(row, "contracts", "contracts held"),
                            counted(row, "obligated", "dollars obligated to it"),
                            counted(row, "technologies", "technologies made"),
                            counted(row, "claims", "claims"))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static Optional<String> counted(Binding row, String variable, String what) {
        BigDecimal number = new BigDecimal(row.get(Var.alloc(variable)).getLiteralLexicalForm());
        return number.signum() == 0
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%s: %,.0f", what, number));
    }

    private static String resource(String name) {
        try (InputStream stream = DossierProfiles.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    private static void take(Binding row, String base, Map<String, Map<Node, SortedSet<String>>> things) {
        Node thing = row.get(Var.alloc("thing"));
        if (thing.isURI() && thing.getURI().startsWith(base)) {
            Node value = row.get(Var.alloc("value"));
            String text = value.isLiteral() ? value.getLiteralLexicalForm() : id(value, base);
            things.computeIfAbsent(id(thing, base), unseen -> new HashMap<>())
                    .computeIfAbsent(row.get(Var.alloc("property")), unseen -> new TreeSet<>())
                    .add(text);
        }
    }

    private static String id(Node node, String base) {
        String iri = node.toString();
        return iri.startsWith(base) ? iri.substring(base.length()) : iri;
    }

    private static List<Profile> profile(String id, Map<Node, SortedSet<String>> said) {
        List<Name> names = names(said);
        if (names.isEmpty()) {
            return List.of();
        }
        SortedMap<String, Set<String>> identifiers = new TreeMap<>();
        SCHEMES.forEach((property, scheme) -> {
            SortedSet<String> values = said.getOrDefault(Names.term(property), new TreeSet<>());
            if (!values.isEmpty()) {
                identifiers.put(scheme, values);
            }
        });
        Collection<String> parents = Stream.of(ORG.subOrganizationOf.asNode(), OWNER)
                .flatMap(property -> said.getOrDefault(property, new TreeSet<>()).stream())
                .toList();
        Context context = new Context(null, null, Set.copyOf(parents), Set.of(), null, null);
        return List.of(new Profile(id, names, identifiers, context));
    }

    /** The label leads; imported things have none, and their first name takes its place. Names of forerunners come last. */
    private static List<Name> names(Map<Node, SortedSet<String>> said) {
        List<Name> names = new ArrayList<>();
        Stream.of(RDFS.label.asNode(), SKOS.altLabel.asNode())
                .flatMap(property -> said.getOrDefault(property, new TreeSet<>()).stream())
                .filter(text -> !text.isBlank())
                .distinct()
                .forEach(text -> names.add(new Name(text, names.isEmpty() ? Name.Role.PREFERRED : Name.Role.ALIAS)));
        if (!names.isEmpty()) {
            said.getOrDefault(FORERUNNER, new TreeSet<>()).forEach(text -> names.add(new Name(text, Name.Role.FORMER)));
        }
        return names;
    }
}
