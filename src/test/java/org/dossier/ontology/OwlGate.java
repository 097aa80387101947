package org.dossier.ontology;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;
import org.semanticweb.owlapi.profiles.Profiles;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/** What OWL says about an ontology: whether it keeps to its profiles, and whether it can be true at all. */
final class OwlGate {

    private static final List<Profiles> PROFILES = List.of(Profiles.OWL2_DL, Profiles.OWL2_RL);

    private OwlGate() {}

    /** Violations as {@code owl2-dl: UseOfUndeclaredClass}, contradictions as {@code unsatisfiable: dossier:Firm}. */
    static List<String> findings(Graph graph) {
        OWLOntology ontology = load(graph);
        return Stream.concat(violations(ontology), contradictions(ontology))
                .distinct()
                .sorted()
                .toList();
    }

    private static OWLOntology load(Graph graph) {
        StringWriter turtle = new StringWriter();
        RDFDataMgr.write(turtle, graph, Lang.TURTLE);
        OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
        try {
            return manager.loadOntologyFromOntologyDocument(new StringDocumentSource(turtle.toString()));
        } catch (OWLOntologyCreationException wrong) {
            throw new IllegalArgumentException("the ontology cannot be read", wrong);
        }
    }

    private static Stream<String> violations(OWLOntology ontology) {
        return PROFILES.stream()
                .flatMap(profile -> profile.checkOntology(ontology).getViolations().stream()
                        .map(violation -> name(profile) + ": " + name(violation)));
    }

    private static String name(Profiles profile) {
        return profile == Profiles.OWL2_DL ? "owl2-dl" : "owl2-rl";
    }

    private static String name(OWLProfileViolation violation) {
        return violation.getClass().getSimpleName();
    }

    private static Stream<String> contradictions(OWLOntology ontology) {
        OWLReasoner reasoner = new ReasonerFactory().createReasoner(ontology);
        try {
            if (!reasoner.isConsistent()) {
                return Stream.of("inconsistent");
            }
            return reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom().stream()
                    .map(unsatisfiable -> "unsatisfiable: " + shortName(unsatisfiable.getIRI()))
                    .toList()
                    .stream();
        } finally {
            reasoner.dispose();
        }
    }

    private static String shortName(IRI iri) {
        return OntologyFiles.PREFIXES.shortForm(iri.toString());
    }
}
