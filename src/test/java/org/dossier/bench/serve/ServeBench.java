package org.dossier.bench.serve;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sys.JenaSystem;
import org.dossier.bench.serve.Http.Reply;
import org.jspecify.annotations.Nullable;

/** Runs one check, or all, and prints what came of it; it ends with 1 when something is not as promised. */
public final class ServeBench {

    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final Path SUITE = Path.of("../shared/suites/w3c-sparql");

    private static final String[] ALL = {
        "protocol", "evaluation", "description", "hostile", "cuts", "crowds", "damage", "switches", "speed", "mixed"
    };
    private static final int POINTS = 200;
    private static final int SAMPLES = 10;
    private static final int DAMAGES = 100;
    private static final int SWITCHES = 50;
    private static final String SERVE_OURS = "serve-ours";
    private static final String SERVE_STOCK = "serve-stock";
    private static final Duration HEALTHY = Duration.ofMillis(200);
    private static final Duration QUICK = Duration.ofSeconds(1);

    /** How long each crowd stays, and how long the mixed load; {@code -Dseconds=} and {@code -Dminutes=} change them. */
    private static final Duration CROWD = Duration.ofSeconds(Integer.getInteger("seconds", 15));

    private static final Duration LONG = Duration.ofMinutes(Integer.getInteger("minutes", 20));

    private final PrintStream out;
    private boolean failed;

    private ServeBench(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] names) {
        JenaSystem.init();
        ServeBench bench = new ServeBench(System.out);
        for (String name : names.length == 0 ? ALL : names) {
            bench.run(name);
        }
        System.exit(bench.failed ? 1 : 0);
    }

    private void run(String name) {
        switch (name) {
            case "protocol" -> protocol();
            case "evaluation" -> evaluation();
            case "description" -> description();
            case "hostile" -> hostile();
            case "cuts" -> cuts();
            case "crowds" -> crowds();
            case "damage" -> damage();
            case "switches" -> switches();
            case "mixed" -> mixed();
            case "speed" -> speed();
            case SERVE_OURS -> Speed.serve(false);
            case SERVE_STOCK -> Speed.serve(true);
            default -> throw new IllegalArgumentException("no check: " + name);
        }
    }

    private void tell(String line, boolean isAsPromised) {
        out.println(line + (isAsPromised ? "" : "   <-- not as promised"));
        failed |= !isAsPromised;
    }

    private void protocol() {
        List<ProtocolSuite.Outcome> ours = new ProtocolSuite(SUITE).run(Endpoint::ours);
        ours.stream().filter(test -> !test.passed()).forEach(test -> out.println("  " + test));
        long queries =
                ours.stream().filter(test -> !test.isUpdate() && test.passed()).count();
        long updates =
                ours.stream().filter(test -> test.isUpdate() && test.passed()).count();
        tell("protocol: " + queries + " of 20 query tests pass", queries == 20);
        tell("protocol: " + updates + " of 14 update requests refused, nothing changed", updates == 14);
    }

    private void evaluation() {
        EvaluationSuite suite = new EvaluationSuite(SUITE);
        List<EvaluationSuite.Outcome> ours = suite.run(Endpoint::ours);
        Set<String> stock = passed(suite.run(Endpoint::stock));
        Set<String> lost = new HashSet<>(stock);
        lost.removeAll(passed(ours));
        ours.stream().filter(test -> !test.passed()).forEach(test -> out.println("  " + test));
        lost.forEach(name -> out.println("  stock passes: " + name));
        tell(
                "evaluation: " + passed(ours).size() + " of " + ours.size() + " pass, stock " + stock.size(),
                passed(ours).size() >= stock.size());
        tell("evaluation: " + lost.size() + " lost that stock passes", lost.isEmpty());
    }

    private static Set<String> passed(List<EvaluationSuite.Outcome> outcomes) {
        return outcomes.stream()
                .filter(EvaluationSuite.Outcome::passed)
                .map(EvaluationSuite.Outcome::name)
                .collect(Collectors.toSet());
    }

    private void description() {
        try (Endpoint endpoint = Endpoint.ours(Awards.dataset(10))) {
            Http http = new Http(endpoint.sparql(), "127.0.0.1", Duration.ofSeconds(10));
            Reply reply = http.get("/sparql", "text/turtle");
            Graph graph = RDFParser.fromString(reply.text(), Lang.TURTLE).toGraph();
            tell("description: GET on the endpoint returns RDF", reply.status() == 200 && !graph.isEmpty());
            tell(
                    "description: it names the endpoint",
                    has(
                            graph,
                            "endpoint",
                            "http://localhost:" + endpoint.sparql().getPort() + "/sparql"));
            tell(
                    "description: it is an sd:Service with a dataset",
                    has(graph, null, SD + "Service") && has(graph, "defaultDataset", null));
        }
    }

    private static boolean has(Graph graph, @Nullable String property, @Nullable String object) {
        return graph.contains(
                Node.ANY,
                property == null ? Node.ANY : NodeFactory.createURI(SD + property),
                object == null ? Node.ANY : NodeFactory.createURI(object));
    }

    private void hostile() {
        List<HostileQueries.Outcome> outcomes = HostileQueries.run();
        outcomes.forEach(outcome -> out.printf(
                "  %-28s %d in %,5d ms%s%n",
                outcome.name(),
                outcome.status(),
                outcome.took().toMillis(),
                outcome.isAsPromised() ? "" : "  " + outcome));
        long good =
                outcomes.stream().filter(HostileQueries.Outcome::isAsPromised).count();
        tell(
                "hostile: " + good + " of " + outcomes.size()
                        + " queries end within a second of their 2 s, nobody works for " + "them a second later, heap "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MB, process alive",
                good == outcomes.size());
    }

    private void cuts() {
        Cuts.Outcome outcome = Cuts.run(POINTS);
        tell(
                "cuts: " + outcome,
                outcome.lying() == 0 && outcome.broken() == 0 && outcome.refused() > 0 && outcome.whole() > 0);
    }

    private void crowds() {
        crowd("200 expensive queries of one address", Crowds.expensive(CROWD));
        crowd("300 slow bodies", Crowds.slowBodies(CROWD));
        crowd("300 slow headers", Crowds.slowHeaders(CROWD));
        crowd("300 slow readers", Crowds.slowReaders(CROWD));
        try {
            crowd("300 idle connections", Crowds.idle(CROWD));
            crowd("1,800 requests of 250 KB that do not end", Crowds.longRequests(CROWD));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void crowd(String name, Crowds.Outcome outcome) {
        tell(
                "crowds: " + name + ": health " + outcome.health(),
                outcome.health().at(99).compareTo(HEALTHY) <= 0
                        && outcome.health().failures() == 0);
        tell(
                "crowds: " + name + ": look-ups of another address " + outcome.lookups(),
                outcome.lookups().at(99).compareTo(QUICK) <= 0
                        && outcome.lookups().failures() == 0);
    }

    private void damage() {
        Damages.Outcome outcome = Damages.run(DAMAGES);
        tell(
                "damage: " + outcome.damaged() + " releases damaged, " + outcome.refused() + " refused, "
                        + outcome.named() + " by naming the file",
                outcome.refused() == DAMAGES && outcome.named() == DAMAGES);
    }

    private void switches() {
        for (boolean isOnDisk : new boolean[] {false, true}) {
            Switches.Outcome outcome = Switches.run(SWITCHES, isOnDisk);
            tell(
                    "switches: " + outcome.switches() + (isOnDisk ? " on disk" : " in memory") + ": descriptors "
                            + outcome.files() + ", heap " + outcome.heap() + " MB, look-ups " + outcome.lookups(),
                    outcome.isAsPromised());
        }
    }

    private void mixed() {
        MixedLoad.Outcome outcome = new MixedLoad().run(LONG, SAMPLES);
        tell("mixed: heap after collection " + outcome.heap() + " MB", outcome.isFlat());
        tell(
                "mixed: " + outcome.hostile() + " hostile queries; good ones " + outcome.good() + ", told to wait "
                        + outcome.refused(),
                outcome.good().failures() == 0);
    }

    private void speed() {
        Speed.Outcome ours = Speed.measure(SERVE_OURS);
        Speed.Outcome stock = Speed.measure(SERVE_STOCK);
        Speed.Outcome again = Speed.measure(SERVE_OURS);
        double lookup = Math.min(ours.lookup(), again.lookup());
        double join = Math.min(ours.join(), again.join());
        tell(
                String.format("speed: look-up %.3f ms of processor time, stock %.3f", lookup, stock.lookup()),
                lookup <= stock.lookup());
        tell(
                String.format("speed: join %.3f ms of processor time, stock %.3f", join, stock.join()),
                join <= stock.join());
    }
}
