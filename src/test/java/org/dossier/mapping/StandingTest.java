package org.dossier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.dossier.problem.Problems;
import org.dossier.table.TableFile;
import org.dossier.triples.Names;
import org.dossier.triples.Ontology;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The standing that is written with the records of a file is the one that the rule gives them. */
class StandingTest {

    private static final Ontology ONTOLOGY = Ontology.of(Path.of("."), new Problems());
    private static final Set<String> COMPUTED = Stream.of("hasStanding", "independentRoots", "hasRoot", "isHeld")
            .map(name -> Names.TERMS + name)
            .collect(Collectors.toSet());

    @TempDir
    Path folder;

    static Stream<Path> imports() {
        return ImportsTest.imports();
    }

    @ParameterizedTest
    @MethodSource("imports")
    void isTheOneThatTheRuleGives(Path imports) throws Exception {
        Graph written = GraphFactory.createDefaultGraph();
        new Conversion(
                        ImportsTest.open(imports),
                        new TableFile(ImportsTest.sample(imports), null),
                        ImportSettings.usual(),
                        folder,
                        reject -> {},
                        new Problems())
                .make(written::add);
        Set<Triple> computed = written.stream()
                .filter(triple -> COMPUTED.contains(triple.getPredicate().getURI()))
                .collect(Collectors.toSet());
        Graph bare = ONTOLOGY.allTerms();
        GraphUtil.addInto(bare, written);
        GraphUtil.delete(bare, computed.iterator());

        Graph byRule = QueryExec.graph(bare).query(QueryFactory.create(rule())).construct();

        assertThat(byRule.stream().collect(Collectors.toSet())).isEqualTo(computed);
    }

    private static String rule() {
        return ONTOLOGY.rules().stream()
                .filter(rule -> rule.name().equals("standing.rq"))
                .map(Ontology.Rule::text)
                .findFirst()
                .orElseThrow();
    }
}
