package org.dossier.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code ontology/mutants} damages the ontology in one way, by {@code add.ttl}, {@code remove.ttl} or both,
 * or adds {@code data.ttl}; {@code gates.txt} lists all that the gates then say.
 */
class MutantTest {

    private static final Path FOLDER = OntologyFiles.RESOURCES.resolve("ontology/mutants");

    static List<Path> mutants() {
        return OntologyFiles.below(FOLDER);
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void isCaughtByItsGatesAndNoOthers(Path mutant) {
        Graph terms = damaged(mutant);

        List<String> findings = Stream.of(hygiene(terms), owl(terms), shapes(mutant, terms))
                .flatMap(found -> found)
                .toList();

        assertThat(findings).isNotEmpty().isEqualTo(OntologyFiles.lines(mutant.resolve("gates.txt")));
    }

    @Test
    void everyHygieneRuleCatchesAMutant() {
        String gates = mutants().stream()
                .map(mutant -> OntologyFiles.text(mutant.resolve("gates.txt")))
                .collect(Collectors.joining("\n", "\n", ""));

        assertThat(Hygiene.rules()).allSatisfy(rule -> assertThat(gates).contains("\n" + Hygiene.name(rule) + ": "));
    }

    private static Graph damaged(Path mutant) {
        Graph terms = OntologyFiles.terms();
        Graph removed = optional(mutant.resolve("remove.ttl"));
        removed.find()
                .forEachRemaining(triple -> assertThat(terms.contains(triple))
                        .as("what is removed was there: " + triple)
                        .isTrue());
        removed.find().forEachRemaining(terms::delete);
        optional(mutant.resolve("add.ttl")).find().forEachRemaining(terms::add);
        return terms;
    }

    private static Graph optional(Path turtle) {
        return Files.exists(turtle) ? OntologyFiles.read(turtle) : GraphMemFactory.createDefaultGraph();
    }

    private static Stream<String> hygiene(Graph terms) {
        return Hygiene.rules().stream().flatMap(rule -> Hygiene.findings(rule, terms).stream());
    }

    private static Stream<String> owl(Graph terms) {
        return OwlGate.findings(terms).stream();
    }

    private static Stream<String> shapes(Path mutant, Graph terms) {
        Graph data = optional(mutant.resolve("data.ttl"));
        if (data.isEmpty()) {
            return Stream.empty();
        }
        return new TreeSet<>(ShapeGate.results(data, terms, OntologyFiles.shapes()).stream()
                        .map(entry -> "shape " + ShapeGate.shapeName(entry))
                        .toList())
                .stream();
    }
}
