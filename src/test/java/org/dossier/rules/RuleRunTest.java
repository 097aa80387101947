package org.dossier.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.triples.Names;
import org.dossier.triples.Ontology;
import org.dossier.triples.Ontology.Rule;
import org.junit.jupiter.api.Test;

class RuleRunTest {

    private static final String CASES = "src/test/resources/supplies-to/";

    private static final Ontology ONTOLOGY = Ontology.of(Path.of(""), new Problems());

    private static Graph facts() {
        Graph facts = RDFDataMgr.loadGraph(CASES + "supplier-told-by-a-source-gains-evidence/facts.ttl");
        GraphUtil.addInto(facts, RDFDataMgr.loadGraph(CASES + "around.ttl"));
        GraphUtil.addInto(facts, ONTOLOGY.allTerms());
        return facts;
    }

    @Test
    void givesARecordOneStandingThoughARuleAddsEvidence() {
        RuleRun run = RuleRun.over(facts(), new HashSet<>(), ONTOLOGY.rules(), new Problems());

        List<Node> records = run.derived()
                .find(Node.ANY, Names.HAS_STANDING, Node.ANY)
                .mapWith(triple -> triple.getSubject())
                .toList();
        assertThat(records).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void countsWhatEachRuleGave() {
        RuleRun run = RuleRun.over(facts(), new HashSet<>(), ONTOLOGY.rules(), new Problems());

        assertThat(run.matches())
                .containsOnlyKeys(
                        "labels.rq",
                        "registrations.rq",
                        "roll-up.rq",
                        "standing.rq",
                        "supplies-to.rq",
                        "total-obligated.rq",
                        "what-reaches.rq");
        assertThat(run.matches().get("standing.rq")).isPositive();
        assertThat(run.matches().get("supplies-to.rq")).isPositive();
        assertThat(run.matches().get("total-obligated.rq")).isZero();
    }

    @Test
    void addsWhatItDerivedToTheFacts() {
        Graph facts = facts();
        int before = facts.size();

        RuleRun run = RuleRun.over(facts, new HashSet<>(), ONTOLOGY.rules(), new Problems());

        assertThat(facts.size()).isGreaterThan(before);
        assertThat(run.derived().find().toList()).allMatch(facts::contains);
    }

    @Test
    void saysWhereARuleIsNoSparql() {
        Problems problems = new Problems();
        Rule wrong = new Rule("wrong.rq", "ontology/rules/wrong.rq", "CONSTRUCT { ?a ?b ?c }\nWHERE { ?a ?b }");

        RuleRun.over(GraphMemFactory.createDefaultGraph(), new HashSet<>(), List.of(wrong), problems);

        assertThat(problems.list()).singleElement().extracting(Problem::code).isEqualTo("rule-syntax");
        assertThat(problems.list().get(0).place()).hasToString("ontology/rules/wrong.rq:2:12");
    }
}
