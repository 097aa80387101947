package org.dossier.ontology;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.path.P_Link;

/** What the shapes say about data together with its terms. */
final class ShapeGate {

    private ShapeGate() {}

    static List<ReportEntry> results(Graph data, Graph terms, Graph shapes) {
        return ShaclValidator.get()
                .validate(Shapes.parse(shapes), OntologyFiles.union(List.of(data, terms)))
                .getEntries()
                .stream()
                .sorted(Comparator.comparing(ShapeGate::line))
                .toList();
    }

    /** A result as {@code claim-link id:a--label--b rdf:predicate: 'label' needs no claim …}. */
    static String line(ReportEntry entry) {
        String path = entry.resultPath() instanceof P_Link link ? " " + OntologyFiles.shortName(link.getNode()) : "";
        return shapeName(entry) + " " + OntologyFiles.shortName(entry.focusNode()) + path + ": " + entry.message();
    }

    static String shapeName(ReportEntry entry) {
        return OntologyFiles.shortName(entry.source()).replace("shape:", "");
    }
}
