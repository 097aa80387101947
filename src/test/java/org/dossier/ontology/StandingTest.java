package org.dossier.ontology;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.NodeConst;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code standing/} is one point of the rule. A line of {@code expected.txt} gives a record, its standing,
 * its number of independent roots, and its roots, with a star where one is held; or a link that the rule writes.
 */
class StandingTest {

    private static final Path FOLDER = OntologyFiles.RESOURCES.resolve("standing");
    private static final Graph TERMS = OntologyFiles.terms();
    private static final Rule STANDING = Rule.named("standing");

    private static final Node HAS_STANDING = term("hasStanding");
    private static final Node INDEPENDENT_ROOTS = term("independentRoots");
    private static final Node HAS_ROOT = term("hasRoot");
    private static final Node IS_HELD = term("isHeld");

    private static Node term(String name) {
        return NodeFactory.createURI("https://w3id.org/dossier/ns#" + name);
    }

    static List<Path> cases() {
        return OntologyFiles.below(FOLDER).stream()
                .filter(path -> path.toFile().isDirectory())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyRecordStandsAsItsEvidenceAllows(Path folder) {
        assertThat(lines(STANDING.over(facts(folder)))).isEqualTo(OntologyFiles.lines(folder.resolve("expected.txt")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSecondRunOverItsOwnResultsChangesNothing(Path folder) {
        Graph facts = facts(folder);
        Graph once = STANDING.over(facts);

        Graph twice = STANDING.over(OntologyFiles.union(List.of(facts, once)));

        assertThat(twice.isIsomorphicWith(once)).isTrue();
    }

    @Test
    void aDossierWithoutRecordsHasNoStandings() {
        assertThat(STANDING.over(TERMS).isEmpty()).isTrue();
        assertThat(STANDING.over(OntologyFiles.union(List.of())).isEmpty()).isTrue();
    }

    @Test
    void theCasesReachAllSevenStandings() {
        Set<String> reached = cases().stream()
                .flatMap(folder -> OntologyFiles.lines(folder.resolve("expected.txt")).stream())
                .filter(line -> !line.startsWith("link "))
                .map(line -> line.split(" ")[1])
                .collect(Collectors.toSet());

        assertThat(cases()).hasSizeGreaterThan(32);
        assertThat(reached)
                .containsExactlyInAnyOrder(
                        "retracted", "disputed", "documented", "acknowledged", "corroborated", "reported", "stated");
    }

    private static Graph facts(Path folder) {
        return OntologyFiles.union(List.of(
                TERMS,
                OntologyFiles.read(FOLDER.resolve("around.ttl")),
                OntologyFiles.read(folder.resolve("facts.ttl"))));
    }

    private static List<String> lines(Graph derived) {
        return Stream.concat(records(derived), links(derived)).toList();
    }

    private static Stream<String> records(Graph derived) {
        return derived.find(Node.ANY, HAS_STANDING, Node.ANY).toList().stream()
                .map(triple -> Stream.concat(
                                Stream.of(
                                        name(triple.getSubject()),
                                        name(triple.getObject()),
                                        values(derived, triple.getSubject(), INDEPENDENT_ROOTS)
                                                .collect(joining(","))),
                                roots(derived, triple.getSubject()))
                        .collect(joining(" ")))
                .sorted();
    }

    private static Stream<String> roots(Graph derived, Node record) {
        return derived.find(record, HAS_ROOT, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .map(root -> name(root) + (derived.contains(root, IS_HELD, NodeConst.nodeTrue) ? "*" : ""))
                .sorted();
    }

    private static Stream<String> links(Graph derived) {
        Predicate<Triple> ofTheRule = triple ->
                Set.of(HAS_STANDING, INDEPENDENT_ROOTS, HAS_ROOT, IS_HELD).contains(triple.getPredicate());
        return derived.find().toList().stream()
                .filter(ofTheRule.negate())
                .map(triple -> "link " + name(triple.getSubject()) + " " + name(triple.getPredicate()) + " "
                        + name(triple.getObject()))
                .sorted();
    }

    private static Stream<String> values(Graph derived, Node subject, Node property) {
        return derived
                .find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .toList()
                .stream();
    }

    private static String name(Node node) {
        return OntologyFiles.shortName(node).replaceFirst("^[a-z]+:", "");
    }
}
