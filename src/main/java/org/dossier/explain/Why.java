package org.dossier.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dossier.triples.Names;

/** Says why something is in the graph: the records about it, and the words that each of them rests on. */
public final class Why {

    private final Graph graph;
    private final Things things;
    private final Accounts accounts;
    private final DecidedLinks links;
    private final String base;

    /**
     * @param graph everything
     * @param base IRI that ids are put behind
     * @param background what is known beside it
     */
    public Why(Graph graph, String base, Background background) {
        this.graph = graph;
        this.things = new Things(graph);
        this.accounts = new Accounts(graph, background);
        this.links = new DecidedLinks(graph, background);
        this.base = base;
    }

    /**
     * The thing that somebody means.
     *
     * @param typed an id, an IRI, one with a prefix, or a name exactly as it stands in the dossier
     */
    public Optional<Node> find(String typed) {
        return Stream.of(base + typed, Names.TERMS + typed, Names.KINDS + typed, typed, speltOut(typed))
                .map(NodeFactory::createURI)
                .filter(things::knows)
                .findFirst()
                .or(() -> named(typed));
    }

    /** {@code skos:exactMatch} as a whole address. */
    private String speltOut(String typed) {
        int colon = typed.indexOf(':');
        String prefix = Names.prefixes(base).get(typed.substring(0, Math.max(0, colon)));
        return prefix == null ? typed : prefix + typed.substring(colon + 1);
    }

    /**
     * The entry of a register that a thing is linked with and somebody means.
     *
     * @param typed its address or the end of it, with or without the register's prefix, such as {@code sec:789019}
     */
    public Optional<Node> linked(Node subject, Node predicate, String typed) {
        String id = typed.substring(typed.indexOf(':') + 1);
        return things.objects(subject, predicate).stream()
                .filter(Node::isURI)
                .filter(object -> object.getURI().equals(typed) || isBehind(object.getURI(), id))
                .findFirst();
    }

    private static boolean isBehind(String iri, String id) {
        return iri.endsWith(id)
                && !id.isEmpty()
                && !Character.isLetterOrDigit(iri.charAt(Math.max(0, iri.length() - id.length() - 1)));
    }

    private Optional<Node> named(String name) {
        Node literal = NodeFactory.createLiteralString(name);
        return Stream.of(RDFS.label.asNode(), SKOS.altLabel.asNode())
                .flatMap(property -> things.subjects(property, literal).stream())
                .findFirst();
    }

    /** The accounts of a record; of an entity, source or passage those of all records that speak of it. */
    public Explanation of(Node thing) {
        List<Account> found = things.isA(thing, "Record")
                ? List.of(accounts.of(thing))
                : recordsAbout(thing).stream().map(accounts::of).toList();
        return new Explanation(thing.getURI(), things.name(thing), things.type(thing), found, links.of(thing));
    }

    /** The account of the claim, or the decision, that a link rests on; nothing when there is neither. */
    public Optional<Explanation> of(Node subject, Node predicate, Node object) {
        return accounts.claimOf(subject, predicate, object).map(this::of).or(() -> decided(subject, predicate, object));
    }

    private Optional<Explanation> decided(Node subject, Node predicate, Node object) {
        List<DecidedLink> found = links.of(subject, predicate, object);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Explanation(object.getURI(), found.get(0).sentence(), "decided link", List.of(), found));
    }

    private List<Node> recordsAbout(Node thing) {
        return graph.find(Node.ANY, Node.ANY, thing).mapWith(Triple::getSubject).toList().stream()
                .flatMap(subject -> things.recordsOf(subject).stream())
                .distinct()
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    /** All ids of records and entities, for hints. */
    public List<String> ids() {
        return graph
                .find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .mapWith(Triple::getSubject)
                .filterKeep(thing -> thing.isURI() && thing.getURI().startsWith(base))
                .mapWith(thing -> thing.getURI().substring(base.length()))
                .toList()
                .stream()
                .filter(id -> !id.startsWith("evidence-"))
                .distinct()
                .sorted()
                .toList();
    }
}
