package org.dossier.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.dossier.problem.Problems;
import org.dossier.query.Asking;
import org.dossier.query.GateRules;
import org.dossier.query.Limits;
import org.dossier.query.QueryGate;
import org.dossier.query.QueryRefusal;

/** The gate that every query passes; what it lets through is asked of a few triples, for a few milliseconds. */
final class GateTarget implements Target {

    private static final int LONGEST = 64 << 10;
    private static final int NESTING = 200;
    private static final int ROWS = 5_000;
    private static final int RING = 12;

    private static final GateRules RULES = new GateRules(LONGEST, NESTING, ROWS, GateRules.Services.NONE, Set.of());
    private static final Limits LIMITS = new Limits(Duration.ofMillis(10), 100);

    private final QueryGate gate = new QueryGate(Map.of(), RULES);
    private final Asking asking = new Asking(triples(), RULES, LIMITS);

    private static DatasetGraph triples() {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        Graph ring = data.getDefaultGraph();
        Txn.executeWrite(data, () -> {
            for (int i = 0; i < RING; i++) {
                ring.add(node(i), NodeFactory.createURI("urn:next"), node(i + 1));
                ring.add(node(i), NodeFactory.createURI("urn:name"), NodeFactory.createLiteralLang("a" + i, "en"));
            }
        });
        return data;
    }

    private static Node node(int number) {
        return NodeFactory.createURI("urn:" + number % RING);
    }

    @Override
    public String take(byte[] input) {
        String text = new String(input, UTF_8);
        try {
            Query query = gate.admit("query", text);
            return asking.answer(query, Map.of()).getClass().getSimpleName();
        } catch (QueryRefusal refused) {
            Problems problems = new Problems();
            problems.addAll(refused.problems());
            Promises.require(problems.hasErrors(), "refused for no reason");
            return Promises.areKept(problems, input);
        }
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (String folder : List.of("bench/hostile", "queries", "ontology/rules")) {
            seeds.addAll(Targets.filesBelow(Path.of(folder), ".rq"));
        }
        return seeds;
    }
}
