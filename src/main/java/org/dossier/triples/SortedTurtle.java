package org.dossier.triples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * Writes Turtle that depends on nothing but the triples: one block for each subject, everything in order, one value on
 * each line, so that a changed fact is a changed line. (The pretty writer of Jena orders by hash.)
 */
public final class SortedTurtle {

    private static final String INDENT = "    ";

    private final Map<String, String> prefixes;
    private final TurtleTerms terms;

    /** @param prefixes in the order in which they are declared */
    public SortedTurtle(Map<String, String> prefixes) {
        this.prefixes = prefixes;
        this.terms = new TurtleTerms(prefixes);
    }

    /** A whole document, with the prefixes that it needs. */
    public void write(Graph graph, OutputStream out) throws IOException {
        List<Triple> triples = TermOrder.sorted(CanonicalBlankNodes.of(graph));
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        triples.forEach(this::noteTerms);
        head(terms.used(), writer);
        blocks(triples, "", writer);
        writer.flush();
    }

    private void noteTerms(Triple triple) {
        terms.text(triple.getSubject());
        property(triple.getPredicate());
        terms.text(triple.getObject());
    }

    /** Declares all prefixes, needed or not, so that the head of a file never changes. */
    public void head(Writer out) throws IOException {
        head(prefixes.keySet(), out);
    }

    private void head(Set<String> wanted, Writer out) throws IOException {
        for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
            if (wanted.contains(prefix.getKey())) {
                out.write("@prefix " + prefix.getKey() + ": <" + prefix.getValue() + "> .\n");
            }
        }
    }

    /** A term as it is written here. */
    public String term(Node term) {
        return terms.text(term);
    }

    /**
     * A block for each subject, an empty line before each.
     *
     * @param sorted in the order of {@link TermOrder#TRIPLES}, or of subjects as the caller wants them
     * @param margin put before each line
     */
    public void blocks(List<Triple> sorted, String margin, Writer out) throws IOException {
        int from = 0;
        while (from < sorted.size()) {
            int to = endOf(sorted, from, Triple::getSubject);
            out.write("\n");
            block(sorted.subList(from, to), margin, out);
            from = to;
        }
    }

    private void block(List<Triple> block, String margin, Writer out) throws IOException {
        out.write(margin + terms.text(block.get(0).getSubject()));
        String before = " ";
        int from = 0;
        while (from < block.size()) {
            int to = endOf(block, from, Triple::getPredicate);
            out.write(before + property(block.get(from).getPredicate()) + objects(block.subList(from, to), margin));
            before = " ;\n" + margin + INDENT;
            from = to;
        }
        out.write(" .\n");
    }

    private String property(Node predicate) {
        return predicate.equals(RDF.type.asNode()) ? "a" : terms.text(predicate);
    }

    /** A single value stands behind its property; several stand below it, one on each line. */
    private String objects(List<Triple> triples, String margin) {
        if (triples.size() == 1) {
            return " " + terms.text(triples.get(0).getObject());
        }
        String start = "\n" + margin + INDENT + INDENT;
        return triples.stream()
                .map(triple -> terms.text(triple.getObject()))
                .collect(Collectors.joining(" ," + start, start, ""));
    }

    private interface Part {
        Node of(Triple triple);
    }

    private static int endOf(List<Triple> triples, int from, Part part) {
        Node wanted = part.of(triples.get(from));
        int to = from;
        while (to < triples.size() && part.of(triples.get(to)).equals(wanted)) {
            to++;
        }
        return to;
    }
}
