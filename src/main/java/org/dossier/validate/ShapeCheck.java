package org.dossier.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.validation.ValidationProc;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.sparql.path.P_Link;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.triples.Names;

/** Holds a graph against the shapes of the ontology; every result points at the value that caused it. */
public final class ShapeCheck {

    private final Graph shapes;
    private final Positions positions;
    private final Rows rows;

    /** Finds where things stand in imported files, of which positions are not kept. */
    public interface Rows {
        Map<Node, List<Place>> of(Set<Node> things);
    }

    /** @param rows asked only for things that nobody typed */
    public ShapeCheck(Graph shapes, Positions positions, Rows rows) {
        this.shapes = shapes;
        this.positions = positions;
        this.rows = rows;
    }

    /** @param everything facts with their terms and what was derived from them */
    public void check(Graph everything, Problems problems) {
        Shapes parsed = Shapes.parse(shapes);
        // Nothing is written meanwhile, so that each processor can take a shape.
        CompletableFuture<Graph> samples = CompletableFuture.supplyAsync(() -> TripleSamples.of(everything));
        Map<Boolean, List<Shape>> byKind =
                parsed.getTargetShapes().stream().collect(Collectors.partitioningBy(this::judgesSingleTriples));
        List<ReportEntry> entries = new ArrayList<>(entries(parsed, byKind.getOrDefault(false, List.of()), everything));
        List<Shape> failing = byKind.getOrDefault(true, List.of()).parallelStream()
                .filter(shape -> !VLib.focusNodes(samples.join(), shape).isEmpty())
                .toList();
        entries.addAll(entries(parsed, failing, everything));
        report(entries, problems);
    }

    private void report(List<ReportEntry> entries, Problems problems) {
        Set<Node> imported = entries.stream()
                .filter(entry -> place(entry).isEmpty())
                .map(ReportEntry::focusNode)
                .collect(Collectors.toSet());
        Map<Node, List<Place>> found = imported.isEmpty() ? Map.of() : rows.of(imported);
        entries.forEach(entry -> problems.add(problem(entry, found.getOrDefault(entry.focusNode(), List.of()))));
    }

    private static List<ReportEntry> entries(Shapes parsed, List<Shape> shapes, Graph everything) {
        return shapes.parallelStream()
                .flatMap(shape -> entries(parsed, shape, everything))
                .toList();
    }

    /** Such a shape finds nothing among all triples when it finds nothing among one of each sort. */
    private boolean judgesSingleTriples(Shape shape) {
        return shapes.contains(shape.getShapeNode(), Names.JUDGES_SINGLE_TRIPLES, NodeConst.nodeTrue);
    }

    private static Stream<ReportEntry> entries(Shapes parsed, Shape shape, Graph everything) {
        ValidationContext context = ValidationContext.create(parsed, everything);
        for (Node focus : VLib.focusNodes(everything, shape)) {
            ValidationProc.execValidateShape(context, everything, shape, focus);
        }
        return context.generateReport().getEntries().stream();
    }

    /**
     * Names of the shapes for things of a class of which there is none, in order: they hold, and say nothing. Shapes that
     * select what is wrong by a query have nothing to look at when all is well, and are left out.
     */
    public List<String> idle(Graph everything) {
        return StreamSupport.stream(Shapes.parse(shapes).spliterator(), false)
                .filter(shape -> !shape.getTargets().isEmpty()
                        && shape.getTargets().stream()
                                .allMatch(target -> target.getTargetType().equals(TargetType.targetClass))
                        && VLib.focusNodes(everything, shape).isEmpty())
                .map(shape -> code(shape.getShapeNode()))
                .sorted()
                .toList();
    }

    /** @param places of the rows that the thing was made of, where nobody typed it */
    private Problem problem(ReportEntry entry, List<Place> places) {
        org.dossier.problem.Severity severity = entry.severity().equals(Severity.Violation)
                ? org.dossier.problem.Severity.ERROR
                : org.dossier.problem.Severity.WARNING;
        Place place = place(entry)
                .or(() -> places.stream().findFirst())
                .orElseGet(() -> Place.wholeFile("ontology/shapes.ttl"));
        String remedy = remedy(places);
        String message = remedy.isEmpty() ? message(entry) : message(entry).replaceFirst("\\.$", "");
        return new Problem(place, severity, code(entry.source()), message, remedy);
    }

    private static String remedy(List<Place> places) {
        return places.size() < 2
                ? ""
                : places.stream()
                                .skip(1)
                                .map(Place::toString)
                                .collect(Collectors.joining(", ", "the same thing stands at ", " too: "))
                        + "keep one of the rows, or of the files";
    }

    /** Shape {@code shape:ContractBuyer} reports {@code contract-buyer}. */
    private static String code(Node shape) {
        if (!shape.isURI()) {
            return "shape";
        }
        return Names.localName(shape).replaceAll("(?<=[a-z0-9])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String message(ReportEntry entry) {
        return "'" + Names.localName(entry.focusNode()) + "': " + entry.message();
    }

    private Optional<Place> place(ReportEntry entry) {
        Node focus = entry.focusNode();
        return path(entry)
                .flatMap(path -> ofValue(focus, path, entry.value()))
                .or(() -> positions.ofThing(focus))
                .or(() -> Optional.ofNullable(entry.value()).flatMap(positions::ofThing));
    }

    private Optional<Place> ofValue(Node focus, Node path, Node value) {
        Optional<Place> exact = value == null ? Optional.empty() : positions.ofTriple(focus, path, value);
        return exact.or(() -> positions.ofProperty(focus, path));
    }

    private static Optional<Node> path(ReportEntry entry) {
        return entry.resultPath() instanceof P_Link link ? Optional.of(link.getNode()) : Optional.empty();
    }
}
