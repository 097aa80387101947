package org.dossier.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.exec.QueryExec;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.triples.Names;
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
     * Runs the rules over everything a dossier says. Standing comes first, since others may ask for it; and once more at
     * the end, over what the others derived. It reads no standing and no triple that it wrote itself. The second run
     * takes the place of the first: a link that sources tell and rules derive too may stand otherwise in the end.
     *
     * @param everything facts, terms and kinds; what is derived is added to it
     * @param settled records of which everything says already how they stand, so that the rule of standing passes them
     *     over; those that another rule gives evidence to are taken out
     * @param problems receives the syntax errors of rules
     */
    public static RuleRun over(Graph everything, Set<Node> settled, List<Rule> rules, Problems problems) {
        Graph unsettled = new WithoutRecords(everything, settled);
        Graph derived = GraphMemFactory.createDefaultGraphSameTerm();
        Map<String, Long> matches = new LinkedHashMap<>();
        List<Triple> firstStandings = addNew(standings(unsettled, rules, problems), everything);
        for (Rule rule : rules) {
            if (!rule.name().equals(STANDING)) {
                Graph found = construct(rule, everything, problems);
                matches.put(rule.name(), (long) found.size());
                GraphUtil.addInto(derived, found);
                GraphUtil.addInto(everything, found);
            }
        }
        GraphUtil.delete(everything, firstStandings.iterator());
        GraphUtil.addInto(everything, derived);
        unsettle(derived, everything, settled);
        Graph standings = standings(unsettled, rules, problems);
        matches.put(STANDING, (long) standings.size());
        GraphUtil.addInto(everything, standings);
        GraphUtil.addInto(derived, standings);
        return new RuleRun(derived, matches);
    }

    private static List<Triple> addNew(Graph found, Graph everything) {
        List<Triple> added = new ArrayList<>();
        found.find().filterDrop(everything::contains).forEach(added::add);
        GraphUtil.add(everything, added.iterator());
        return added;
    }

    private static void unsettle(Graph derived, Graph everything, Set<Node> settled) {
        for (Node link : List.of(Names.HAS_EVIDENCE, Names.HAS_COUNTER_EVIDENCE)) {
            derived.find(Node.ANY, link, Node.ANY).mapWith(Triple::getSubject).forEach(record -> {
                if (settled.remove(record)) {
                    WRITTEN_BY_STANDING.forEach(property -> everything.remove(record, property, Node.ANY));
                }
            });
        }
    }

    /** What the rule of standing writes about a record. */
    public static final Set<Node> WRITTEN_BY_STANDING =
            Set.of(Names.HAS_STANDING, Names.term("independentRoots"), Names.term("hasRoot"));

    private static Graph standings(Graph known, List<Rule> rules, Problems problems) {
        return rules.stream()
                .filter(rule -> rule.name().equals(STANDING))
                .findFirst()
                .map(rule -> construct(rule, known, problems))
                .orElse(Graph.emptyGraph);
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
