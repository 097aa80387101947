package org.dossier.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.dossier.problem.Problems;
import org.dossier.triples.Names;
import org.dossier.triples.Ontology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A shape that is said to judge single triples finds a fault among samples when, and only when, there is one. */
class TripleSamplesTest {

    private static final Path CASES = Path.of("src/test/resources/shapes");
    private static final int MUTANTS = 60;

    private static final Ontology ONTOLOGY = Ontology.of(Path.of(""), new Problems());
    private static final Shapes SHAPES = Shapes.parse(ONTOLOGY.shapes());

    static List<String> marked() {
        return ONTOLOGY
                .shapes()
                .find(Node.ANY, Names.JUDGES_SINGLE_TRIPLES, Node.ANY)
                .mapWith(triple -> Names.localName(triple.getSubject()))
                .toList()
                .stream()
                .sorted()
                .toList();
    }

    private static Graph graph(String example) {
        Graph graph = GraphMemFactory.createGraphMem2();
        GraphUtil.addInto(
                graph, RDFDataMgr.loadGraph(CASES.resolve("around.ttl").toString()));
        GraphUtil.addInto(graph, RDFDataMgr.loadGraph(CASES.resolve(example).toString()));
        GraphUtil.addInto(graph, ONTOLOGY.allTerms());
        return graph;
    }

    private static Shape shape(String name) {
        return SHAPES.getShape(NodeFactory.createURI(Names.SHAPES + name));
    }

    private static boolean findsFaults(String shape, Graph graph) {
        return !VLib.focusNodes(graph, shape(shape)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("marked")
    void tellsGoodFromBadBySamples(String shape) {
        assertThat(findsFaults(shape, TripleSamples.of(graph(shape + "/bad.ttl"))))
                .isTrue();
        assertThat(findsFaults(shape, TripleSamples.of(graph(shape + "/good.ttl"))))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("marked")
    void agreesWithTheWholeOverMutants(String shape) {
        Random random = new Random(shape.hashCode());
        Graph good = graph(shape + "/good.ttl");
        List<Triple> data = data(good);
        List<Triple> bad = data(graph(shape + "/bad.ttl"));
        TreeSet<Boolean> seen = new TreeSet<>();

        for (int i = 0; i < MUTANTS; i++) {
            Graph mutant = GraphMemFactory.createGraphMem2();
            GraphUtil.addInto(mutant, good);
            mutate(mutant, data, bad, random);
            boolean isAtFault = findsFaults(shape, mutant);

            assertThat(findsFaults(shape, TripleSamples.of(mutant))).isEqualTo(isAtFault);
            seen.add(isAtFault);
        }
        assertThat(seen).containsExactly(false, true);
    }

    /** What is not part of the ontology, in an order that is the same every time. */
    private static List<Triple> data(Graph graph) {
        return graph.stream()
                .filter(triple -> !ONTOLOGY.allTerms().contains(triple))
                .sorted(Comparator.comparing(Triple::toString))
                .toList();
    }

    /** Exchanges parts of triples, takes one out, or brings in most of the bad example. */
    private static void mutate(Graph graph, List<Triple> data, List<Triple> bad, Random random) {
        Triple one = data.get(random.nextInt(data.size()));
        Triple other = data.get(random.nextInt(data.size()));
        switch (random.nextInt(4)) {
            case 0 -> graph.add(one.getSubject(), one.getPredicate(), other.getObject());
            case 1 -> graph.add(one.getSubject(), other.getPredicate(), other.getObject());
            case 2 -> graph.delete(one);
            default -> bad.stream().filter(triple -> random.nextInt(3) > 0).forEach(graph::add);
        }
    }

    @Test
    void keepsOneOfEachSort() {
        Graph graph = graph("range/good.ttl");
        for (int i = 0; i < 1_000; i++) {
            Node firm = NodeFactory.createURI("https://w3id.org/dossier/id/firm" + i);
            graph.add(
                    firm, NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), Names.term("Firm"));
            graph.add(firm, Names.term("uei"), NodeFactory.createLiteralString("UEI" + i));
        }

        assertThat(TripleSamples.of(graph).size()).isLessThan(graph.size() - 1_900);
    }
}
