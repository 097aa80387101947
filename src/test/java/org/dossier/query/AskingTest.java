package org.dossier.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.dossier.triples.Literals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingTest {

    private static final Limits ROOMY = Limits.local(Duration.ofSeconds(30));
    private static final Node CUSTOMS = NodeFactory.createURI(Invented.BASE + "customs");

    @Test
    void answersWithRowsTriplesOrYesAndNo() throws QueryRefusal {
        assertThat(rows("SELECT ?label { id:customs rdfs:label ?label }", Map.of()))
                .isEqualTo("label\nCustoms\n");
        assertThat(answer("ASK { id:customs a dossier:Agency }", Map.of())).isEqualTo(new Answer.Verdict(true));
        assertThat(answer("ASK { id:customs a dossier:Firm }", Map.of())).isEqualTo(new Answer.Verdict(false));
        assertThat(((Answer.Triples) answer("CONSTRUCT WHERE { id:customs ?p ?o }", Map.of()))
                        .graph()
                        .size())
                .isEqualTo(2);
        assertThat(((Answer.Triples) answer("DESCRIBE id:customs", Map.of()))
                        .graph()
                        .size())
                .isEqualTo(2);
    }

    /** Some of Jena's functions fail on what they do not expect, where SPARQL has no value. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "<urn:a>", "'$'", "?nothing", "'x'^^xsd:date"})
    void answersWhateverAFunctionIsGiven(String value) throws QueryRefusal {
        List<String> calls = new ArrayList<>();
        FunctionRegistry.get()
                .keys()
                .forEachRemaining(function -> IntStream.rangeClosed(0, 3)
                        .mapToObj(count ->
                                "<" + function + ">(" + String.join(",", Collections.nCopies(count, value)) + ")")
                        .filter(call -> Invented.refusal(Invented.gate(), "ASK { FILTER(" + call + ") }")
                                .startsWith("admitted"))
                        .forEach(calls::add));

        String columns = calls.stream()
                .map(call -> "(" + call + " AS ?x" + calls.indexOf(call) + ")")
                .collect(joining(" "));

        assertThat(calls).hasSizeGreaterThan(50);
        assertThat(answer("SELECT " + columns + " { }", Map.of())).isInstanceOf(Answer.Rows.class);
    }

    @Test
    void showsAValueThatWasPutInAsItsColumn() throws QueryRefusal {
        assertThat(rows("SELECT ?it ?label { ?it rdfs:label ?label }", Map.of("it", CUSTOMS)))
                .isEqualTo("it,label\nid:customs,Customs\n");
    }

    @Test
    void putsValuesInAsTermsAndNeverAsText() throws QueryRefusal {
        Node evil = Literals.text("Customs\" } INSERT DATA { <a> <b> <c> } #");

        assertThat(rows("SELECT ?it { ?it rdfs:label ?label }", Map.of("label", evil)))
                .isEqualTo("it\n");
    }

    @Test
    void putsValuesIntoEveryPartOfAQuery() throws QueryRefusal {
        String query = """
                SELECT (COUNT(?thing) AS ?things) ?class {
                  ?thing a ?class
                  FILTER EXISTS { { SELECT ?thing { ?thing rdfs:label ?any FILTER(LCASE(?any) != ?not) } } }
                }
                GROUP BY ?class HAVING (COUNT(?thing) > 0) (COUNT(?thing) >= ?least) ORDER BY ?class
                """;

        assertThat(rows(query, Map.of("not", Literals.text("red sky"), "least", Literals.whole(2))))
                .isEqualTo("things,class\n2,dossier:Agency\n");
        assertThat(rows(query, Map.of("not", Literals.text("customs"), "least", Literals.whole(3))))
                .isEqualTo("things,class\n3,dossier:Firm\n");
    }

    @Test
    void leavesTheQueryOfASavedQuestionAsItIs() throws QueryRefusal {
        Query query = Invented.gate().admit("q", "SELECT ?it { ?it a dossier:Agency } ORDER BY ?it");
        Asking asking = new Asking(Invented.dataset(), GateRules.local(false), ROOMY);

        Answer one = asking.answer(query, Map.of("it", CUSTOMS));
        Answer all = asking.answer(query, Map.of());

        assertThat(((Answer.Rows) one).table().rows()).hasSize(1);
        assertThat(((Answer.Rows) all).table().rows()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?q ?r ?s }",
                "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o } ORDER BY ?o",
                "CONSTRUCT { ?a ?e ?i } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?q ?r ?s FILTER(?a = ?o) }",
                "ASK { BIND(REPEAT AS ?x) FILTER(regex(?x, '^(a+)+\\\\1c$')) }",
            })
    void endsWhatTakesTooLong(String query) {
        // Backtracking does not look at the clock: the query is left behind, and the caller is free.
        String text = query.replace("REPEAT", "'" + "a".repeat(26) + "b'");
        Limits short1 = new Limits(Duration.ofMillis(300), 10_000_000);
        long before = System.nanoTime();

        assertThatThrownBy(() -> answer(text, Map.of(), GateRules.local(false), short1, Invented.dataset()))
                .isInstanceOf(QueryRefusal.class)
                .hasMessage("query: error[query-time]: the query took longer than 300 ms; put its most selective "
                        + "pattern first, or allow more time with --timeout");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void refusesAnAnswerThatIsTooLarge() {
        Limits two = new Limits(Duration.ofSeconds(30), 2);

        assertThatThrownBy(() ->
                        answer("SELECT * { ?s ?p ?o }", Map.of(), GateRules.local(false), two, Invented.dataset()))
                .hasMessage("query: error[query-size]: the answer has more than 2 rows; "
                        + "add a LIMIT, or ask for less at a time");
        assertThatThrownBy(() -> answer(
                        "CONSTRUCT WHERE { ?s ?p ?o }", Map.of(), GateRules.local(false), two, Invented.dataset()))
                .hasMessageContaining("query-size");
    }

    @Test
    void followsLongChainsAndSaysWhenTheyAreTooLong() throws QueryRefusal {
        DatasetGraph chain = DatasetGraphFactory.wrap(Invented.graph(IntStream.range(0, 50_000)
                .mapToObj(i -> "id:n" + i + " dossier:isPartOf id:n" + (i + 1) + " .")
                .collect(Collectors.joining("\n"))));
        String query = "SELECT (COUNT(?end) AS ?n) { id:n0 dossier:isPartOf+ ?end }";

        assertThat(csv(answer(query, Map.of(), GateRules.local(false), ROOMY, chain)))
                .isEqualTo("n\n50000\n");
    }

    @Test
    void keepsSecondLocksBehindTheGate() throws QueryRefusal {
        Query past = QueryFactory.create("""
                SELECT ?s (<java:org.apache.jena.sparql.function.library.localname>(?s) AS ?java)
                  (<http://jena.apache.org/ARQ/function#localname>(?s) AS ?afn)
                { ?s <http://jena.apache.org/ARQ/property#splitIRI> (?a ?b) }
                """);
        Query functions = QueryFactory.create("""
                SELECT (<java:org.apache.jena.sparql.function.library.localname>(<http://x/y>) AS ?java)
                  (<http://jena.apache.org/ARQ/function#localname>(<http://x/y>) AS ?afn)
                  (<http://www.w3.org/2001/XMLSchema#integer>("5") AS ?cast) {}
                """);
        Asking asking = new Asking(Invented.dataset(), GateRules.local(false), ROOMY);

        assertThat(csv(asking.answer(past, Map.of()))).isEqualTo("s,java,afn\n");
        assertThat(csv(asking.answer(functions, Map.of()))).isEqualTo("java,afn,cast\n,,5\n");
        assertThatThrownBy(() -> asking.answer(
                        QueryFactory.create("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"), Map.of()))
                .isInstanceOf(QueryDeniedException.class);
    }

    @Test
    void asksAnotherEndpointWhenTheNetworkIsAllowed() throws IOException, QueryRefusal {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sparql", exchange -> {
            byte[] body =
                    "{\"head\":{\"vars\":[\"o\"]},\"results\":{\"bindings\":[{\"o\":{\"type\":\"literal\",\"value\":\"far\"}}]}}"
                            .getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            GateRules open = GateRules.local(true);

            assertThat(csv(answer(
                            "SELECT ?o { SERVICE <" + address + "/sparql> { ?s ?p ?o } }",
                            Map.of(),
                            open,
                            ROOMY,
                            Invented.dataset())))
                    .isEqualTo("o\nfar\n");
            assertThatThrownBy(() -> answer(
                            "SELECT ?o { SERVICE <" + address + "/nothing> { ?s ?p ?o } }",
                            Map.of(),
                            open,
                            ROOMY,
                            Invented.dataset()))
                    .hasMessageStartingWith("query: error[query-network]: another endpoint did not answer: ");
        } finally {
            server.stop(0);
        }
    }

    private static String rows(String text, Map<String, Node> values) throws QueryRefusal {
        return csv(answer(text, values));
    }

    private static Answer answer(String text, Map<String, Node> values) throws QueryRefusal {
        return answer(text, values, GateRules.local(false), ROOMY, Invented.dataset());
    }

    private static Answer answer(
            String text, Map<String, Node> values, GateRules rules, Limits limits, DatasetGraph data)
            throws QueryRefusal {
        Query query = new QueryGate(Invented.PREFIXES, rules).admit("query", text);
        return new Asking(data, rules, limits).answer(query, values);
    }

    private static String csv(Answer answer) {
        return AnswerWriterTest.written(answer, ResultFormat.CSV, DisplayNames.iris(Invented.PREFIXES))
                .replace("\r\n", "\n");
    }
}
