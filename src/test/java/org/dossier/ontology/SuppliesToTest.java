package org.dossier.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code supplies-to/} has facts, and in {@code expected.ttl} all claims derived from them with the
 * standing that they get when standing is computed once more over facts and derived claims.
 */
class SuppliesToTest {

    private static final Path FOLDER = OntologyFiles.RESOURCES.resolve("supplies-to");
    private static final Graph TERMS = OntologyFiles.terms();
    private static final Rule STANDING = Rule.named("standing");
    private static final Rule SUPPLIES_TO = Rule.named("supplies-to");
    private static final Node HAS_STANDING = NodeFactory.createURI("https://w3id.org/dossier/ns#hasStanding");

    static List<Path> cases() {
        return OntologyFiles.below(FOLDER).stream()
                .filter(path -> path.toFile().isDirectory())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whoSuppliesWhomFollowsFromContractsThatStand(Path folder) {
        Graph facts = OntologyFiles.union(List.of(
                TERMS,
                OntologyFiles.read(FOLDER.resolve("around.ttl")),
                OntologyFiles.read(folder.resolve("facts.ttl"))));

        Graph claims = SUPPLIES_TO.over(OntologyFiles.union(List.of(facts, STANDING.over(facts))));
        Graph standing = STANDING.over(OntologyFiles.union(List.of(facts, claims)));

        assertThat(lines(OntologyFiles.union(List.of(claims, standingOf(claims, standing)))))
                .isEqualTo(lines(OntologyFiles.read(folder.resolve("expected.ttl"))));
    }

    private static Graph standingOf(Graph claims, Graph standing) {
        Set<Node> subjects =
                claims.find().mapWith(Triple::getSubject).toList().stream().collect(Collectors.toSet());
        Graph kept = OntologyFiles.union(List.of());
        standing.find(Node.ANY, HAS_STANDING, Node.ANY)
                .filterKeep(triple -> subjects.contains(triple.getSubject()))
                .forEachRemaining(kept::add);
        return kept;
    }

    private static List<String> lines(Graph graph) {
        return graph
                .find()
                .mapWith(triple -> OntologyFiles.shortName(triple.getSubject()) + " "
                        + OntologyFiles.shortName(triple.getPredicate()) + " "
                        + OntologyFiles.shortName(triple.getObject()))
                .toList()
                .stream()
                .sorted()
                .toList();
    }
}
