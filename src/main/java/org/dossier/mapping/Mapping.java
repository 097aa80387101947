package org.dossier.mapping;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * A mapping file, compiled: what it gives for a row depends on that row alone. What it works out it keeps until the next
 * row, so that one table at a time may be mapped by it.
 */
public final class Mapping {

    private final String file;
    private final List<Program> programs;
    private final List<MappingColumn> columns;
    private final Set<String> listedNames;
    private final CellReports reports;
    private final List<String> fallbacks;

    Mapping(
            String file,
            List<Program> programs,
            List<MappingColumn> columns,
            Set<String> listedNames,
            CellReports reports,
            List<String> fallbacks) {
        this.file = file;
        this.programs = List.copyOf(programs);
        this.columns = List.copyOf(columns);
        this.listedNames = Set.copyOf(listedNames);
        this.reports = reports;
        this.fallbacks = List.copyOf(fallbacks);
    }

    /** What messages call the file. */
    public String file() {
        return file;
    }

    /** The columns that it reads, in the order in which it mentions them. */
    public List<MappingColumn> columns() {
        return columns;
    }

    /** The expressions that are not compiled: ARQ evaluates them for each row, which is slower by far. */
    public List<String> fallbacks() {
        return fallbacks;
    }

    /** For people: which expressions are slow, and why that may be. */
    public String explain() {
        if (fallbacks.isEmpty()) {
            return "Every expression of " + file + " is compiled.\n";
        }
        StringBuilder text = new StringBuilder();
        fallbacks.forEach(
                expression -> text.append("left to ARQ: ").append(expression).append('\n'));
        return text.toString();
    }

    /** Names of variables that VALUES lists: no column may have one of them, or its cells would be taken for something else. */
    Set<String> listedNames() {
        return listedNames;
    }

    List<Program> programs() {
        return programs;
    }

    CellReports reports() {
        return reports;
    }

    /** The classes that its templates name, as often as they do. */
    Stream<Node> classes() {
        return programs.stream()
                .flatMap(program -> program.triples().stream())
                .filter(Mapping::isType)
                .map(triple -> ((Known.Constant) triple.object()).term());
    }

    /** Whether a triple gives a thing a class that is known before any row is read. */
    static boolean isType(TripleCode triple) {
        return isTyping(triple) && triple.object() instanceof Known.Constant;
    }

    /** Whether a triple gives a thing a class that the row names. */
    static boolean namesClass(TripleCode triple) {
        return isTyping(triple) && triple.object().type().isIri() && !isType(triple);
    }

    private static boolean isTyping(TripleCode triple) {
        return triple.predicate() instanceof Known.Constant predicate
                && predicate.term().equals(RDF.type.asNode());
    }
}
