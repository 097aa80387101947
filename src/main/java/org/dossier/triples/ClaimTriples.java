package org.dossier.triples;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dossier.claim.Claim;
import org.dossier.claim.Detail;
import org.dossier.claim.DossierRecord;
import org.dossier.claim.Entity;
import org.dossier.claim.EntityId;
import org.dossier.claim.Evidence;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Link;
import org.dossier.claim.Passage;
import org.dossier.claim.Source;
import org.dossier.claim.Value;
import org.dossier.problem.Place;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Turns the content of facts files into triples, and remembers where each of them was typed. */
public final class ClaimTriples {

    private final Terms terms;
    private final IriScheme iris;
    private final QuoteFindings findings;

    /** @param terms all triples of the ontology's terms and kinds, which {@code vocabulary} was read from */
    public ClaimTriples(Graph terms, Vocabulary vocabulary, IriScheme iris, QuoteFindings findings) {
        this.terms = new Terms(terms, vocabulary);
        this.iris = iris;
        this.findings = findings;
    }

    /** One facts file as a load unit. */
    public LoadUnit loadUnit(FactsFile file) {
        Emission emission = new Emission();
        file.sources().forEach(emission::source);
        file.entities().forEach(emission::entity);
        file.records().forEach(emission::record);
        file.claims().forEach(emission::claim);
        file.passages().forEach(emission::passage);
        return new LoadUnit(file.path(), file.sha256(), emission.graph, emission.places, emission.definitions);
    }

    /** The triples of one file as they come to be. */
    private final class Emission {
        private final Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        private final Map<Triple, Place> places = new HashMap<>();
        private final Map<Node, Place> definitions = new HashMap<>();

        void source(Source source) {
            Node node = define(source.id(), "Source", source.place());
            details(node, source.details());
            findings.sha256(source.id()).ifPresent(digest -> add(node, Names.SHA256, Literals.text(digest), source));
            labelByTitle(node, source.place());
        }

        private void add(Node node, Node property, Node value, Source source) {
            Place textFile = source.textFilePlace();
            add(node, property, value, textFile == null ? source.place() : textFile);
        }

        /** A source without a label of its own is called by its title, so that answers can show a name for it. */
        private void labelByTitle(Node source, Place place) {
            if (graph.contains(source, RDFS.label.asNode(), Node.ANY)) {
                return;
            }
            graph.find(source, DCTerms.title.asNode(), Node.ANY)
                    .toList()
                    .forEach(title -> add(source, RDFS.label.asNode(), title.getObject(), place));
        }

        void entity(Entity entity) {
            details(define(entity.id(), entity.type(), entity.place()), entity.details());
        }

        void record(DossierRecord record) {
            Node node = define(record.id(), record.type(), record.place());
            details(node, record.details());
            evidence(node, record.evidence(), record.counterEvidence());
        }

        void claim(Claim claim) {
            Link link = claim.link();
            Node node = iris.claim(link);
            definitions.putIfAbsent(node, claim.place());
            add(node, RDF.type.asNode(), Names.CLAIM, claim.place());
            add(node, RDF.subject.asNode(), iris.thing(link.subject()), claim.place());
            add(node, RDF.predicate.asNode(), terms.property(link.property()), claim.place());
            add(node, RDF.object.asNode(), node(link.object()), claim.place());
            details(node, claim.details());
            evidence(node, claim.evidence(), claim.counterEvidence());
        }

        void passage(Passage passage) {
            evidence(node(passage.record()), passage.evidence(), passage.counterEvidence());
        }

        private Node define(EntityId id, String type, Place place) {
            Node node = iris.thing(id);
            definitions.putIfAbsent(node, place);
            add(node, RDF.type.asNode(), terms.classNode(type), place);
            return node;
        }

        private void details(Node subject, List<Detail> details) {
            details.forEach(detail -> detail(subject, detail));
        }

        private void detail(Node subject, Detail detail) {
            add(subject, terms.property(detail.property()), node(detail.value()), detail.place());
            if (detail.value() instanceof Value.Amount amount) {
                add(subject, Names.HAS_UNIT, terms.concept(amount.unit()), detail.place());
                add(subject, Names.HAS_PRECISION, terms.concept(amount.precision()), detail.place());
            }
        }

        private void evidence(Node record, List<Evidence> evidence, List<Evidence> counterEvidence) {
            evidence.forEach(passage -> add(record, Names.HAS_EVIDENCE, passage(passage), passage.place()));
            counterEvidence.forEach(
                    passage -> add(record, Names.HAS_COUNTER_EVIDENCE, passage(passage), passage.place()));
        }

        private Node passage(Evidence evidence) {
            Node node = iris.evidence(evidence);
            definitions.putIfAbsent(node, evidence.place());
            add(node, RDF.type.asNode(), Names.EVIDENCE, evidence.place());
            add(node, Names.IS_QUOTED_FROM, iris.thing(evidence.source()), evidence.place());
            add(node, Names.QUOTE, Literals.text(evidence.quote()), evidence.place());
            add(node, Names.QUOTE_GRADE, Names.kind(findings.grade(evidence)), evidence.place());
            evidence.reliesOn().forEach(earlier -> add(node, Names.RELIES_ON, iris.thing(earlier), evidence.place()));
            evidence.assertedBy().forEach(word -> add(node, Names.IS_ASSERTED_BY, iris.thing(word), evidence.place()));
            addText(node, Names.LOCATOR, evidence.locator(), evidence.place());
            addText(node, Names.HEDGE, evidence.hedge(), evidence.place());
            addText(node, SKOS.note.asNode(), evidence.note(), evidence.place());
            return node;
        }

        private void addText(Node subject, Node property, @Nullable String text, Place place) {
            if (text != null) {
                add(subject, property, Literals.text(text), place);
            }
        }

        private void add(Node subject, Node property, Node object, Place place) {
            Triple triple = Triple.create(subject, property, object);
            graph.add(triple);
            places.putIfAbsent(triple, place);
        }
    }

    private Node node(Value value) {
        if (value instanceof Value.Thing thing) {
            return iris.thing(thing.id());
        }
        if (value instanceof Value.Claimed claimed) {
            return iris.claim(claimed.link());
        }
        if (value instanceof Value.Kind kind) {
            return terms.concept(kind.name());
        }
        if (value instanceof Value.Text text) {
            return Literals.text(text.text());
        }
        if (value instanceof Value.Day day) {
            return Literals.date(day.date());
        }
        if (value instanceof Value.Amount amount) {
            return Literals.decimal(amount.number());
        }
        if (value instanceof Value.Money money) {
            return Literals.decimal(money.dollars());
        }
        if (value instanceof Value.Whole whole) {
            return Literals.whole(whole.number());
        }
        if (value instanceof Value.Flag flag) {
            return Literals.flag(flag.isTrue());
        }
        if (value instanceof Value.Address address) {
            return Literals.address(address.uri().toString());
        }
        throw new AssertionError(value);
    }
}
