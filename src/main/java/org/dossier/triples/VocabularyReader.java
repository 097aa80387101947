package org.dossier.triples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;
import org.dossier.vocabulary.Cardinality;
import org.dossier.vocabulary.Concept;
import org.dossier.vocabulary.Form;
import org.dossier.vocabulary.Property;
import org.dossier.vocabulary.TermClass;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Fills the vocabulary from the triples of the ontology and its shapes. */
public final class VocabularyReader {

    private static final Map<Node, Form> FORMS = Map.of(
            XSD.xstring.asNode(), Form.TEXT,
            RDF.langString.asNode(), Form.TEXT,
            XSD.anyURI.asNode(), Form.ADDRESS,
            XSD.xboolean.asNode(), Form.FLAG,
            XSD.integer.asNode(), Form.INTEGER,
            XSD.decimal.asNode(), Form.MONEY);

    private final Graph terms;
    private final Graph shapes;

    public VocabularyReader(Graph terms, Graph shapes) {
        this.terms = terms;
        this.shapes = shapes;
    }

    /** @throws IllegalStateException when two terms share a name or label, or a term lacks what the reader needs */
    public Vocabulary read() {
        return new Vocabulary(classes(), properties(), concepts(), schemeLabels(), cardinalities());
    }

    private List<TermClass> classes() {
        return instances(OWL.Class.asNode())
                .filter(term -> term.isURI() && label(term).isPresent())
                .map(term -> new TermClass(
                        Names.localName(term),
                        label(term).orElseThrow(),
                        definition(term),
                        parent(term),
                        name(object(term, Names.TAKES_KINDS_FROM))))
                .toList();
    }

    private @Nullable String parent(Node term) {
        return objects(term, RDFS.subClassOf.asNode())
                .filter(above -> above.isURI() && label(above).isPresent())
                .map(Names::localName)
                .findFirst()
                .orElse(null);
    }

    private List<Property> properties() {
        return Stream.of(OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
                .flatMap(type -> instances(type.asNode()))
                .distinct()
                .filter(term -> label(term).isPresent() && isKey(term))
                .map(this::property)
                .toList();
    }

    private boolean isKey(Node term) {
        return object(term, RDFS.domain.asNode()).isPresent()
                || object(term, Names.APPLIES_TO).isPresent();
    }

    private Property property(Node term) {
        Form form = form(term);
        return new Property(
                term.getURI(),
                Names.localName(term),
                label(term).orElseThrow(),
                definition(term),
                form,
                domains(term),
                form == Form.THING ? name(object(term, RDFS.range.asNode())) : null,
                name(object(term, Names.TAKES_KINDS_FROM)),
                isTrue(term, Names.NEEDS_CLAIM),
                isTrue(term, Names.IS_COMPUTED));
    }

    private List<String> domains(Node term) {
        Node relation = object(term, Names.APPLIES_TO).isPresent() ? Names.APPLIES_TO : RDFS.domain.asNode();
        return objects(term, relation)
                .filter(domain -> !domain.equals(OWL.Thing.asNode()))
                .map(Names::localName)
                .sorted()
                .toList();
    }

    private Form form(Node term) {
        Optional<String> stated = object(term, Names.HAS_VALUE_FORM).map(Node::getLiteralLexicalForm);
        if (stated.isPresent()) {
            return Form.valueOf(stated.get().toUpperCase(Locale.ROOT));
        }
        Optional<Node> range = object(term, RDFS.range.asNode());
        if (terms.contains(term, RDF.type.asNode(), OWL.ObjectProperty.asNode())) {
            boolean leadsToConcept = range.filter(SKOS.Concept.asNode()::equals).isPresent()
                    || object(term, Names.TAKES_KINDS_FROM).isPresent();
            return leadsToConcept ? Form.CONCEPT : Form.THING;
        }
        return range.map(FORMS::get).orElse(Form.TEXT);
    }

    private List<Concept> concepts() {
        return instances(SKOS.Concept.asNode())
                .map(concept -> new Concept(
                        Names.localName(concept),
                        text(concept, SKOS.prefLabel.asNode()).orElseGet(() -> Names.localName(concept)),
                        definition(concept),
                        object(concept, SKOS.inScheme.asNode())
                                .map(Names::localName)
                                .orElse(""),
                        name(object(concept, SKOS.broader.asNode())),
                        objects(concept, SKOS.notation.asNode())
                                .map(Node::getLiteralLexicalForm)
                                .sorted()
                                .toList(),
                        objects(concept, Names.IS_COUNTED_IN)
                                .map(Names::localName)
                                .sorted()
                                .toList()))
                .toList();
    }

    private Map<String, String> schemeLabels() {
        Map<String, String> labels = new TreeMap<>();
        instances(SKOS.ConceptScheme.asNode())
                .forEach(scheme -> labels.put(
                        Names.localName(scheme),
                        text(scheme, SKOS.prefLabel.asNode()).orElseGet(() -> Names.localName(scheme))));
        return labels;
    }

    private List<Cardinality> cardinalities() {
        List<Cardinality> found = new ArrayList<>();
        shapes.find(Node.ANY, SHACL.targetClass, Node.ANY)
                .forEachRemaining(target -> shapes.find(target.getSubject(), SHACL.property, Node.ANY)
                        .forEachRemaining(property -> cardinality(target.getObject(), property.getObject())
                                .ifPresent(found::add)));
        return found;
    }

    private Optional<Cardinality> cardinality(Node target, Node shape) {
        Optional<Node> path = first(shapes, shape, SHACL.path).filter(Node::isURI);
        Optional<Integer> least = first(shapes, shape, SHACL.minCount).map(VocabularyReader::number);
        Optional<Integer> most = first(shapes, shape, SHACL.maxCount).map(VocabularyReader::number);
        if (path.isEmpty() || (least.isEmpty() && most.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Cardinality(
                Names.localName(target), Names.localName(path.get()), least.orElse(0), most.orElse(Integer.MAX_VALUE)));
    }

    private static Integer number(Node literal) {
        return Integer.valueOf(literal.getLiteralLexicalForm());
    }

    private Stream<Node> instances(Node type) {
        return terms.find(Node.ANY, RDF.type.asNode(), type).mapWith(triple -> triple.getSubject()).toList().stream();
    }

    private Stream<Node> objects(Node subject, Node predicate) {
        return terms.find(subject, predicate, Node.ANY).mapWith(triple -> triple.getObject()).toList().stream()
                .sorted(Comparator.comparing(Node::toString));
    }

    /** The first in order, where there are several: {@code kind:exact} is a precision and a grade of quotes. */
    private Optional<Node> object(Node subject, Node predicate) {
        return objects(subject, predicate).findFirst();
    }

    private static Optional<Node> first(Graph graph, Node subject, Node predicate) {
        return graph.find(subject, predicate, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .nextOptional();
    }

    private boolean isTrue(Node term, Node annotation) {
        return object(term, annotation)
                .map(Node::getLiteralLexicalForm)
                .filter("true"::equals)
                .isPresent();
    }

    private Optional<String> label(Node term) {
        return text(term, RDFS.label.asNode());
    }

    private String definition(Node term) {
        return text(term, SKOS.definition.asNode()).orElse("");
    }

    private Optional<String> text(Node term, Node predicate) {
        return object(term, predicate).map(Node::getLiteralLexicalForm);
    }

    private static @Nullable String name(Optional<Node> node) {
        return node.map(Names::localName).orElse(null);
    }
}
