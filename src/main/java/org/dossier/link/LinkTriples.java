package org.dossier.link;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.dossier.problem.Place;
import org.dossier.triples.IriScheme;
import org.dossier.triples.Literals;
import org.dossier.triples.LoadUnit;

/** Turns decisions into links, each beside a note of who decided it, when and why. */
public final class LinkTriples {

    /** The properties of a note about a decision. */
    private static final String SSSOM = "https://w3id.org/sssom/";

    private static final Node MAPPING = NodeFactory.createURI(SSSOM + "Mapping");
    public static final Node SUBJECT = NodeFactory.createURI(SSSOM + "subject_id");
    public static final Node PREDICATE = NodeFactory.createURI(SSSOM + "predicate_id");
    public static final Node OBJECT = NodeFactory.createURI(SSSOM + "object_id");
    public static final Node OBJECT_LABEL = NodeFactory.createURI(SSSOM + "object_label");
    public static final Node JUSTIFICATION = NodeFactory.createURI(SSSOM + "mapping_justification");
    private static final String SEMAPV = "https://w3id.org/semapv/vocab/";

    private final IriScheme iris;
    private final Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
    private final Map<Triple, Place> places = new HashMap<>();
    private final Map<Node, Place> definitions = new HashMap<>();

    private LinkTriples(IriScheme iris) {
        this.iris = iris;
    }

    /** The links of one file as a load unit; what was rejected or not found leaves no triple. */
    public static LoadUnit loadUnit(Decisions decisions, IriScheme iris) {
        LinkTriples triples = new LinkTriples(iris);
        decisions.links().forEach(triples::add);
        return new LoadUnit(decisions.path(), decisions.sha256(), triples.graph, triples.places, triples.definitions);
    }

    private void add(Decision decision) {
        Node subject = iris.thing(decision.subject());
        Node predicate = predicate(decision.verdict());
        Node object = NodeFactory.createURI(String.valueOf(decision.object()));
        Node note = iris.decision(decision.subject(), decision.verdict().predicate(), object.getURI());
        add(subject, predicate, object, decision.place());
        definitions.putIfAbsent(note, decision.place());
        add(note, RDF.type.asNode(), MAPPING, decision.place());
        add(note, SUBJECT, subject, decision.place());
        add(note, PREDICATE, predicate, decision.place());
        add(note, OBJECT, object, decision.place());
        add(note, DCTerms.creator.asNode(), Literals.text(decision.author()), decision.place());
        add(note, DCTerms.issued.asNode(), day(decision), decision.place());
        add(note, JUSTIFICATION, justification(decision), decision.place());
        addText(note, OBJECT_LABEL, decision.objectLabel(), decision.place());
        addText(note, SKOS.note.asNode(), decision.comment(), decision.place());
    }

    private static Node predicate(Verdict verdict) {
        return switch (verdict) {
            case SAME -> SKOS.exactMatch.asNode();
            case CLOSE -> SKOS.closeMatch.asNode();
            case BROADER -> SKOS.broadMatch.asNode();
            case NARROWER -> SKOS.narrowMatch.asNode();
            case NOT_SAME, NOTHING -> throw new IllegalArgumentException("no link follows from " + verdict);
        };
    }

    private static Node day(Decision decision) {
        return NodeFactory.createLiteralDT(decision.date().toString(), XSDDatatype.XSDdate);
    }

    private static Node justification(Decision decision) {
        String term = decision.justification().term();
        return NodeFactory.createURI(SEMAPV + term.substring(term.indexOf(':') + 1));
    }

    private void addText(Node subject, Node property, String text, Place place) {
        if (!text.isEmpty()) {
            add(subject, property, Literals.text(text), place);
        }
    }

    private void add(Node subject, Node property, Node object, Place place) {
        Triple triple = Triple.create(subject, property, object);
        graph.add(triple);
        places.putIfAbsent(triple, place);
    }
}
