package org.dossier.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SyntaxProblemsTest {

    @Test
    void showsTheLineWithACaretUnderThePlace() {
        String query = "# Who supplies it?\nSELECT ?firm WHERE {\n\t?firm dossier:suppliesTo }\n";

        assertThat(Invented.refusal(Invented.gate(), query)).isEqualTo("""
                        q.rq:3:27: error[query-syntax]: did not expect '}' here; expected an IRI in <…>, \
                        a name with a prefix, a blank node, a variable, a number, a text in quotes …
                         3 |  ?firm dossier:suppliesTo }
                           |                           ^
                        """);
    }

    @Test
    void keepsTheCaretUnderItsPlaceBehindWideCharacters() {
        assertThat(Invented.refusal(Invented.gate(), "SELECT ?漢字 { '漢字' = }")).endsWith("""
                         1 | SELECT ?漢字 { '漢字' = }
                           |                       ^
                        """);
    }

    @Test
    void cutsLongLinesAroundThePlace() {
        String query = "SELECT * { ?s ?p ?o " + "; ?p ?o ".repeat(30) + "= " + "; ?p ?o ".repeat(30) + "}";

        List<String> lines = Invented.refusal(Invented.gate(), query).lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith(" 1 | …").endsWith("…").hasSizeLessThan(110);
        assertThat(lines.get(1).charAt(lines.get(2).indexOf('^'))).isEqualTo('=');
    }

    @Test
    void namesWhatIsWrongInPlainWords() {
        assertThat(told(
                        "",
                        "SELEC ?x {}",
                        "SELECT * { ?s ?p 'abc }",
                        "SELECT * { FILTER(regex(?x, 'a\\q')) }",
                        "SELECT ?x WHERE ?x ?p ?o",
                        "SELECT ?x { ?x ?y ?z",
                        "SELECT ?x { ?x uses ?y }",
                        "SELECT ?x { ?x dosier:uses ?y }",
                        "SELECT ?x { ?x foo:bar ?y }",
                        "SELECT ?x { ?x \u00a0 ?y ?z }",
                        "SELECT ?x { ?x ?p ?o FILTER ?o > 3 }",
                        "SELECT ?x (COUNT(*) AS ?n) { ?x ?y ?z }",
                        "SELECT ?x { BIND(1 AS ?x) BIND(2 AS ?x) }",
                        "SELECT ?x { VALUES (?x ?y) { (1) } }",
                        "SELECT ?x { ?x ?y ?z } LIMIT 99999999999999999999"))
                .isEqualTo("""
                        1:1 the query ends too early; expected 'BASE', 'PREFIX', 'VERSION', 'SELECT', 'DESCRIBE', 'CONSTRUCT' …
                        1:1 'SELEC' is no word of SPARQL; did you mean 'SELECT'?
                        1:18 the text that begins here has no closing quote on its line
                        1:29 the text that begins here holds a backslash that SPARQL does not know; double the backslash: \\\\
                        1:17 did not expect '?x' here; expected '{'
                        1:21 the query ends too early; expected '{', '}', ';', ',', '.', '{|' …
                        1:16 'uses' is no word of SPARQL; a name needs its prefix, a variable its '?'
                        1:16 'dosier:uses' has a prefix that nobody declared; did you mean 'dossier:'?
                        1:16 'foo:bar' has a prefix that nobody declared; declare it at the top: PREFIX foo: <…>
                        1:16 SPARQL has no sign '\u00a0' (U+00A0)
                        1:29 did not expect '?o' here; expected an IRI in <…>, a name with a prefix, a function or '('
                        1:8 '?x' is selected, but it is neither grouped by nor inside COUNT, SUM or the like
                        1:37 '?x' gets a value here, and has one already; use another name
                        1:32 mismatch: 2 variables but 1 values
                        1:30 the number '99999999999999999999' is too large
                        """);
    }

    @Test
    void tellsOfWhatIsExpectedAsMuchAsHelps() {
        assertThat(told(
                        "PREFIX",
                        "ASK { FILTER(?x IN",
                        "CONSTRUCT { ?a ?b ?c",
                        "ASK { ?s ?p [",
                        "x".repeat(40),
                        "x".repeat(41),
                        "EXPONEN ?x"))
                .isEqualTo("""
                        1:7 the query ends too early; expected a name with a prefix
                        1:19 the query ends too early; expected '(' or '()'
                        1:21 the query ends too early; expected '}', ';', ',', '.', '{|' or '~'
                        1:14 the query ends too early; expected an IRI in <…>, a name with a prefix, a variable, '(', '!', '^' …
                        1:1 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' is no word of SPARQL; a name needs its prefix, a variable its '?'
                        1:1 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' is no word of SPARQL; a name needs its prefix, a variable its '?'
                        1:1 'EXPONEN' is no word of SPARQL; a name needs its prefix, a variable its '?'
                        """);
    }

    @Test
    void findsThePlaceInWhicheverLineItIs() {
        assertThat(told(
                        "ASK { ?s ?p   \n\u0080 }",
                        "ASK { ?s ?p ?o }\n\t # that is all\n  \u00a7",
                        "SELECT $x { BIND(1 AS $x)\n BIND(2 AS $x) }",
                        "ASK {\n" + "trueatrue.".repeat(6_000) + "}"))
                .isEqualTo("""
                        2:1 SPARQL has no sign '\\u0080' (U+0080)
                        3:3 SPARQL has no sign '\u00a7' (U+00A7)
                        2:12 '?x' gets a value here, and has one already; use another name
                        2:26 the words behind this place cannot be told apart; a name needs its prefix, with a colon
                        """);
    }

    @Test
    void refusesToChangeData() {
        assertThat(Invented.refusal(Invented.gate(), "PREFIX x: <http://x/> LOAD <file:///etc/passwd>"))
                .startsWith("q.rq:1:23: error[query-refused]: 'LOAD' would change data; queries only read");
    }

    private static String told(String... queries) {
        return List.of(queries).stream()
                .map(query -> {
                    try {
                        Invented.gate().admit("q.rq", query);
                        return "admitted\n";
                    } catch (QueryRefusal refusal) {
                        return refusal.problems().stream()
                                .map(problem -> problem.place().line() + ":"
                                        + problem.place().column() + " " + problem.sentence() + "\n")
                                .collect(Collectors.joining());
                    }
                })
                .collect(Collectors.joining());
    }
}
