package org.dossier.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryGateTest {

    private static final String FIRM = "SELECT ?firm { ?firm a dossier:Firm } ";

    @Test
    void knowsThePrefixesOfTheDossierAndResolvesRelativeIrisAgainstItsBase() throws QueryRefusal {
        String query = "SELECT * { <harbour-office> dossier:uses ?thing ; a owl:Thing ; skos:note [] }";

        assertThat(Invented.gate().admit("q.rq", query).getQueryPattern().toString())
                .contains("<https://example.org/harbour/harbour-office>")
                .contains("<https://w3id.org/dossier/ns#uses>")
                .contains("<http://www.w3.org/2002/07/owl#Thing>");
    }

    @Test
    void letsAQueryDeclareAPrefixAnew() throws QueryRefusal {
        String query = "PREFIX id: <http://elsewhere/> SELECT * { id:a ?p ?o }";

        assertThat(Invented.gate().admit("q.rq", query).getPrefixMapping().getNsPrefixURI("id"))
                .isEqualTo("http://elsewhere/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { FILTER(CALL(1)) }",
                "SELECT * { LATERAL { ?s ?p ?o } }",
                "SELECT (MEDIAN(?x) AS ?y) { ?s ?p ?x }",
                "JSON { 'a': ?x } WHERE { ?x ?y ?z }",
            })
    void takesNoAdditionsOfJenaToTheLanguage(String query) {
        assertThat(Invented.refusal(Invented.gate(), query)).contains("error[query-syntax]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o FILTER(%s) }",
                "SELECT * { ?s ?p ?o FILTER(1 + ABS(%s) > 2 || BOUND(?s)) }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?p ?o FILTER NOT EXISTS { FILTER(%s) } } }",
                "SELECT (%s AS ?x) { ?s ?p ?o }",
                "SELECT (SUM(%s) AS ?x) { ?s ?p ?o }",
                "SELECT (1 + SUM(1 + %s) AS ?x) { ?s ?p ?o }",
                "SELECT (GROUP_CONCAT(%s ; separator=',') AS ?x) { ?s ?p ?o }",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (%s AS ?x)",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING (1 > 0) (%s)",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING (MAX(%s) > 0)",
                "SELECT * { ?s ?p ?o } ORDER BY ?s DESC(%s)",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s ORDER BY (MIN(%s))",
                "SELECT * { { SELECT * { ?s ?p ?o } ORDER BY %s } }",
                "SELECT * { { SELECT (%s AS ?x) { ?s ?p ?o } } }",
                "SELECT * { BIND(IF(true, 1, %s) AS ?x) }",
                "SELECT * { ?s ?p ?o OPTIONAL { MINUS { { } UNION { BIND(COALESCE(%s) AS ?x) } } } }",
                "SELECT * { GRAPH ?g { ?s ?p ?o FILTER(?s IN (1, %s)) } }",
                "SELECT * { ?s ?p ?o FILTER(regex(STR(%s), 'x')) }",
                "ASK { FILTER(%s) }",
                "CONSTRUCT { ?s ?p ?x } WHERE { ?s ?p ?o BIND(%s AS ?x) }",
                "DESCRIBE ?s { ?s ?p ?o FILTER(%s) }",
            })
    void findsForbiddenFunctionsWhereverTheyStand(String query) {
        String call = "<java:java.lang.System>(?o)";

        assertThat(Invented.refusal(Invented.gate(), query.replace("%s", "(" + call + ")")))
                .startsWith("q.rq:1:" + (query.indexOf("%s") + 2)
                        + ": error[query-function]: no function 'java:java.lang.System' may be called;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://jena.apache.org/ARQ/function#wait",
                "http://jena.apache.org/ARQ/function#print",
                "http://www.w3.org/2005/xpath-functions#apply",
                "http://www.w3.org/2005/xpath-functions#nothing",
                "http://www.w3.org/2001/XMLSchema#nothing",
                "https://w3id.org/dossier/fn/decimal",
            })
    void refusesFunctionsThatAreNeitherSparqlsNorPure(String function) {
        assertThat(Invented.refusal(Invented.gate(), FIRM + "ORDER BY (<" + function + ">(?firm))"))
                .contains("error[query-function]: no function '" + function + "' may be called");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            xpath:upper-case()           | xpath-functions#upper-case' takes one argument;
            xsd:integer(1, 2)            | XMLSchema#integer' takes one argument;
            xpath:substring(1, 2, 3, 4)  | xpath-functions#substring' takes two or three arguments;
            xpath:matches("a")           | xpath-functions#matches' is called with 1 argument;
            """)
    void countsTheArgumentsOfFunctions(String call, String told) {
        String query = "PREFIX xpath: <http://www.w3.org/2005/xpath-functions#> SELECT (%s AS ?x) { }".formatted(call);

        assertThat(Invented.refusal(Invented.gate(), query))
                .startsWith("q.rq:1:65: error[query-function]: 'http://www.w3.org/")
                .contains(told);
    }

    @Test
    void refusesPredicatesThatMakeJenaCompute() {
        assertThat(Invented.refusal(
                        Invented.gate(), "SELECT * { ?x <http://jena.apache.org/ARQ/property#splitIRI> (?a ?b) }"))
                .contains("error[query-function]");
    }

    @Test
    void takesTheFunctionsThatStandardsName() {
        String query = "PREFIX xpath: <http://www.w3.org/2005/xpath-functions#> " + FIRM
                + "ORDER BY xsd:integer(STRLEN(STR(?firm))) xpath:upper-case(STR(?firm))";

        assertThat(Invented.refusal(Invented.gate(), query)).isEqualTo("admitted\n");
    }

    @Test
    void takesTheFunctionsThatItsRulesName() {
        GateRules rules =
                new GateRules(1000, 10, 10, GateRules.Services.NONE, Set.of("https://w3id.org/dossier/fn/decimal"));

        assertThat(Invented.refusal(
                        new QueryGate(Invented.PREFIXES, rules), FIRM + "ORDER BY fn:decimal(?firm) fn:other(?firm)"))
                .isEqualTo("""
                        q.rq:1:66: error[query-function]: no function 'https://w3id.org/dossier/fn/other' may be called; \
                        queries can use the functions of SPARQL, casts such as xsd:integer, and those of XPath
                         1 | SELECT ?firm { ?firm a dossier:Firm } ORDER BY fn:decimal(?firm) fn:other(?firm)
                           |                                                                  ^
                        """);
    }

    @Test
    void refusesTheNetworkUnlessItIsAllowed() {
        String query = "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <http://x.example/sparql> { ?s ?p ?o } } }";

        assertThat(Invented.refusal(Invented.gate(), query)).isEqualTo("""
                        q.rq:1:37: error[query-network]: SERVICE would ask 'http://x.example/sparql' over the network; \
                        that is off unless whoever runs the query allows it; on the command line with --network
                         1 | SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <http://x.example/sparql> { ?s ?p ?o } } }
                           |                                     ^
                        """);
        assertThat(Invented.refusal(new QueryGate(Invented.PREFIXES, GateRules.local(true)), query))
                .isEqualTo("admitted\n");
    }

    @Test
    void asksOnlyTheServicesOfItsList() {
        GateRules.Services one = new GateRules.Services(false, Set.of("http://x.example/sparql"));
        QueryGate gate = new QueryGate(Invented.PREFIXES, new GateRules(1000, 10, 10, one, Set.of()));

        assertThat(Invented.refusal(gate, "SELECT * { SERVICE <http://x.example/sparql> { ?s ?p ?o } }"))
                .isEqualTo("admitted\n");
        assertThat(Invented.refusal(gate, "SELECT * { SERVICE <http://y.example/sparql> { ?s ?p ?o } }"))
                .contains("SERVICE would ask 'http://y.example/sparql'");
        assertThat(Invented.refusal(gate, "SELECT * { ?s ?p ?where SERVICE ?where { ?s ?p ?o } }"))
                .contains("SERVICE would ask an address that the query itself finds");
    }

    @Test
    void givesEveryReasonAtOnce() {
        String query = "SELECT * { SERVICE <http://x/> { } FILTER(<java:a>(1)) FILTER(<java:b>(1)) }";

        assertThat(Invented.refusal(Invented.gate(), query).lines().filter(line -> line.startsWith("q.rq")))
                .hasSize(3);
    }

    @Test
    void countsBytesBracketsAndRows() {
        QueryGate gate = new QueryGate(Invented.PREFIXES, new GateRules(60, 3, 2, GateRules.Services.NONE, Set.of()));

        assertThat(Invented.refusal(gate, "SELECT * { ?s ?p '" + "é".repeat(30) + "' }"))
                .isEqualTo("q.rq: error[query-refused]: the query is 81 bytes long, and at most 60 are taken"
                        + " (query-bytes)\n");
        assertThat(Invented.refusal(gate, "ASK { { { { } } } }"))
                .startsWith("q.rq:1:11: error[query-refused]: more than 3 brackets are open here (nesting)\n");
        assertThat(Invented.refusal(gate, "ASK { { { '{{{{' } } }")).doesNotContain("brackets");
        assertThat(Invented.refusal(gate, "ASK { VALUES ?x { 1 2 } } VALUES ?y { 3 }"))
                .startsWith(
                        "q.rq:1:7: error[query-refused]: VALUES holds 3 rows, and at most 2 are taken (values-rows);");
    }

    /** What the gate lets through is looked up while the query runs, where nothing else may be found either. */
    @Test
    void findsNoOtherFunctionsWhileAQueryRuns() {
        FunctionRegistry callable = GateRules.local(false).callable();
        String cast = "http://www.w3.org/2001/XMLSchema#integer";
        String wait = "http://jena.apache.org/ARQ/function#wait";

        assertThat(callable.get(cast)).isNotNull();
        assertThat(callable.isRegistered(cast)).isTrue();
        assertThat(callable.get(wait)).isNull();
        assertThat(callable.isRegistered(wait)).isFalse();
        assertThat(callable.isRegistered(cast + "-of-no-kind")).isFalse();
    }

    @Test
    void takesWhatIsJustAsLargeAsItMayBe() throws QueryRefusal {
        QueryGate gate = new QueryGate(Invented.PREFIXES, new GateRules(32, 3, 2, GateRules.Services.NONE, Set.of()));

        assertThat(gate.admit("q.rq", "ASK { { { } } } # as long as can")).isNotNull();
        assertThat(gate.admit("q.rq", "ASK { VALUES ?x { 1 2 } }")).isNotNull();
        assertThat(gate.rules().valuesRows()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u", "SELECT * { ?s ?p '\\u12' }", "SELECT * { ?s ?p 1 } # \\uXYZ0"})
    void explainsAnEscapeWithoutItsDigits(String query) {
        assertThat(Invented.refusal(Invented.gate(), query))
                .contains("error[query-syntax]: a '\\u' behind this place is not followed by four hexadecimal digits");
    }

    /** Each of their letters could begin a name that goes on to the end: read so often, this takes hours. */
    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s:%s", "ASK { ?s ?p %s }", "ASK { } %s", "ASK { ?s a:%s ?o } %s"})
    @Timeout(60)
    void refusesWordsThatAreReadOverAndOver(String query) {
        String endless = "a.-".repeat(100_000);

        assertThat(Invented.refusal(Invented.gate(), query.replace("%s", endless)))
                .contains("error[query-syntax]: ");
    }

    @Test
    void takesLongNamesTextsAndRemarks() throws QueryRefusal {
        String longest = "a.-".repeat(20_000) + "b";
        String query = "PREFIX %s: <x> ASK { ?s %s:%s ?o , '%s' , <%s> } # %s".replace("%s", longest);

        assertThat(Invented.gate().admit("q.rq", query).isAskType()).isTrue();
    }

    @Test
    void explainsASeparatorThatJenaCannotTake() {
        assertThat(Invented.refusal(Invented.gate(), "SELECT (GROUP_CONCAT(?o; separator='%--%') AS ?x) { ?s ?p ?o }"))
                .startsWith("q.rq:1:9: error[query-syntax]: a separator of GROUP_CONCAT holds a '%'");
    }

    @Test
    void tellsWhatIsWrongWithAPatternInNoWordsOfJava() {
        assertThat(Invented.refusal(Invented.gate(), "ASK { ?s ?p ?o FILTER(REGEX(?o, '(a')) }"))
                .contains("nclosed group")
                .doesNotContain("java.");
    }

    @Test
    void refusesAVariableThatGetsTwoValues() {
        assertThat(Invented.refusal(Invented.gate(), "SELECT (1 AS ?x) (2 AS ?x) { ?s ?p ?o }"))
                .contains("?x");
        assertThat(Invented.refusal(Invented.gate(), "SELECT ?x { BIND(1 AS ?x) BIND(2 AS ?x) }"))
                .contains("'?x' gets a value here, and has one already");
    }

    @Test
    void saysWhichQueriesAreTooLongForTheStack() throws InterruptedException {
        String query = "ASK { FILTER(" + "!".repeat(20_000) + "true) }";
        List<String> told = new ArrayList<>();

        Thread shallow = new Thread(null, () -> told.add(Invented.refusal(Invented.gate(), query)), "shallow", 1 << 18);
        shallow.start();
        shallow.join();

        assertThat(told)
                .containsExactly("q.rq: error[query-refused]: an expression of the query is too long; split it\n");
    }

    @Test
    void endsQuietlyOnExpressionsThatAreTooLong() {
        String query = "ASK { FILTER(true" + " && true".repeat(100_000) + ") }";

        assertThatCode(() -> Invented.refusal(Invented.gate(), query)).doesNotThrowAnyException();
        assertThat(Invented.refusal(Invented.gate(), "ASK " + "{".repeat(100_000)))
                .contains("brackets are open");
    }

    @Test
    void refusesNothingThatTheStandardsOwnTestsEvaluate() throws IOException {
        Path suite = Path.of("../shared/suites/w3c-sparql");
        Assumptions.assumeTrue(Files.isDirectory(suite), "the W3C suites are not beside this project");
        QueryGate gate = new QueryGate(Invented.PREFIXES, GateRules.local(true));

        try (Stream<Path> files = Files.walk(suite)) {
            List<Path> queries = files.filter(file -> file.toString().matches("(?!.*/syntax).*\\.rq"))
                    .toList();
            List<String> refused = queries.stream()
                    .map(file -> file.getFileName() + " " + Invented.refusal(gate, text(file)))
                    .filter(told -> told.contains("error[query-refused]") || told.contains("error[query-function]"))
                    .toList();

            assertThat(queries).hasSizeGreaterThan(500);
            assertThat(refused).isEmpty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
