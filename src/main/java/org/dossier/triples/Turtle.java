package org.dossier.triples;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;

/** Reads Turtle that people wrote; what is wrong with it becomes problems with positions. */
public final class Turtle {

    private Turtle() {}

    /**
     * The triples of a text. Blank nodes are named after the file and the order in which they occur, so that the same
     * text always gives the same triples.
     *
     * @param file path that problems name
     * @return what stands before the first syntax error, which is added to the problems
     */
    public static Graph read(String file, String text, Problems problems) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        try {
            RDFParser.create()
                    .fromString(text)
                    .lang(Lang.TURTLE)
                    .base(Names.TERMS)
                    .errorHandler(new ToProblems(file, problems))
                    .parse(new IntoGraph(graph, file));
        } catch (RiotException stopped) {
            // ToProblems has told it already; the parser cannot go on behind a syntax error.
            if (!problems.hasErrors()) {
                throw stopped;
            }
        }
        return graph;
    }

    private static final class IntoGraph extends StreamRDFBase {
        private final Graph graph;
        private final String prefix;
        private final Map<Node, Node> blankNodes = new HashMap<>();

        IntoGraph(Graph graph, String file) {
            this.graph = graph;
            this.prefix = file.replaceAll("[^A-Za-z0-9]+", "-") + "-";
        }

        @Override
        public void triple(Triple triple) {
            graph.add(named(triple.getSubject()), triple.getPredicate(), named(triple.getObject()));
        }

        private Node named(Node node) {
            if (!node.isBlank()) {
                return node;
            }
            return blankNodes.computeIfAbsent(
                    node, unnamed -> NodeFactory.createBlankNode(prefix + (blankNodes.size() + 1)));
        }
    }

    private record ToProblems(String file, Problems problems) implements ErrorHandler {

        @Override
        public void warning(String message, long line, long column) {
            problems.warning(place(line, column), "turtle", message, "");
        }

        @Override
        public void error(String message, long line, long column) {
            problems.error(place(line, column), "turtle", message, "");
        }

        @Override
        public void fatal(String message, long line, long column) {
            problems.error(place(line, column), "turtle", message, "");
            throw new RiotException(message);
        }

        private Place place(long line, long column) {
            return new Place(file, Math.max(0, Math.toIntExact(line)), Math.max(0, Math.toIntExact(column)));
        }
    }
}
