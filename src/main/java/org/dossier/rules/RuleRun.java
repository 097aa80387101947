package org.dossier.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.exec.QueryExec;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.triples.Ontology.Rule;

/**
 * What the rules derived from a graph.
 *
 * @param derived the triples that were not there before, and those of claims that stand
 * @param matches how many triples each rule gave, by its name, in the order in which they ran
 */
public record RuleRun(Graph derived, Map<String, Long> matches) {

    /** Computes standing, and writes the triples of claims that stand. */
    private static final String STANDING = "standing.rq";

    /**
     * Runs the rules once over everything a dossier says. Standing comes first, since others may ask for it; and once
     * more at the end, over what the others derived. It reads no standing and no triple that it wrote itself, so the
     * second run repeats the first and adds to it.
     *
     * @param everything facts, terms and kinds; it is not changed
     * @param problems receives the syntax errors of rules
     */
    public static RuleRun over(Graph everything, List<Rule> rules, Problems problems) {
        Graph known = copy(everything);
        Graph derived = GraphMemFactory.createDefaultGraphSameTerm();
        Map<String, Long> matches = new LinkedHashMap<>();
        for (Rule rule : inOrder(rules)) {
            Graph found = construct(rule, known, problems);
            matches.merge(rule.name(), (long) found.size(), Math::max);
            GraphUtil.addInto(derived, found);
            GraphUtil.addInto(known, found);
        }
        return new RuleRun(derived, matches);
    }

    private static List<Rule> inOrder(List<Rule> rules) {
        List<Rule> standing =
                rules.stream().filter(rule -> rule.name().equals(STANDING)).toList();
        List<Rule> others =
                rules.stream().filter(rule -> !rule.name().equals(STANDING)).toList();
        return List.of(standing, others, standing).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Graph copy(Graph graph) {
        Graph copy = GraphMemFactory.createDefaultGraphSameTerm();
        GraphUtil.addInto(copy, graph);
        return copy;
    }

    private static Graph construct(Rule rule, Graph known, Problems problems) {
        try {
            Query query = QueryFactory.create(rule.text());
            return QueryExec.graph(known).query(query).construct();
        } catch (QueryParseException wrong) {
            Place place = new Place(rule.file(), Math.max(wrong.getLine(), 0), Math.max(wrong.getColumn(), 0));
            problems.error(place, "rule-syntax", firstLine(wrong), "a rule is one SPARQL CONSTRUCT");
            return Graph.emptyGraph;
        }
    }

    private static String firstLine(QueryParseException wrong) {
        return String.valueOf(wrong.getMessage()).lines().findFirst().orElse("this is not SPARQL");
    }
}
