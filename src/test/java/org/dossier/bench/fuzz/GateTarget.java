package org.dossier.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dossier.problem.Problems;
import org.dossier.query.GateRules;
import org.dossier.query.QueryGate;
import org.dossier.query.QueryRefusal;

/** The gate that every query passes. */
final class GateTarget implements Target {

    private static final int LONGEST = 64 << 10;
    private static final int NESTING = 200;
    private static final int ROWS = 5_000;

    private final QueryGate gate =
            new QueryGate(Map.of(), new GateRules(LONGEST, NESTING, ROWS, GateRules.Services.NONE, Set.of()));

    @Override
    public void take(byte[] input) {
        String text = new String(input, UTF_8);
        try {
            gate.admit("query", text);
        } catch (QueryRefusal refused) {
            Problems problems = new Problems();
            problems.addAll(refused.problems());
            Promises.require(problems.hasErrors(), "refused for no reason");
            Promises.areKept(problems, input);
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
