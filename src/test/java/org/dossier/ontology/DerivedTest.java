package org.dossier.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.dossier.problem.Problems;
import org.dossier.rules.RuleRun;
import org.dossier.triples.Ontology;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code derived/} has facts, and in {@code expected.ttl} all sums, registrations and roads that the rules
 * over contracts derive from them, run in their order.
 */
class DerivedTest {

    private static final Path FOLDER = OntologyFiles.RESOURCES.resolve("derived");
    private static final Ontology ONTOLOGY = Ontology.of(Path.of(""), new Problems());
    private static final Set<String> DERIVED = Set.of(
            "dossier:isRegistrationOf",
            "dossier:reachesByHolding",
            "dossier:reachesByMaking",
            "dossier:reachesByMention",
            "dossier:rollsUpTo",
            "dossier:totalObligated");

    static List<Path> cases() {
        return OntologyFiles.below(FOLDER).stream()
                .filter(path -> path.toFile().isDirectory())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sumsAndRoadsFollowFromContractsAndLinks(Path folder) {
        Graph facts = OntologyFiles.union(List.of(
                OntologyFiles.terms(),
                OntologyFiles.read(FOLDER.resolve("around.ttl")),
                OntologyFiles.read(folder.resolve("facts.ttl"))));

        Graph derived = RuleRun.over(facts, new HashSet<>(), ONTOLOGY.rules(), new Problems())
                .derived();

        assertThat(lines(derived)).isEqualTo(lines(OntologyFiles.read(folder.resolve("expected.ttl"))));
    }

    private static Set<String> lines(Graph graph) {
        Set<String> lines = new TreeSet<>();
        graph.find().forEachRemaining(triple -> {
            String property = OntologyFiles.shortName(triple.getPredicate());
            if (DERIVED.contains(property)) {
                lines.add(OntologyFiles.shortName(triple.getSubject()) + " " + property + " "
                        + OntologyFiles.shortName(triple.getObject()));
            }
        });
        return lines;
    }
}
