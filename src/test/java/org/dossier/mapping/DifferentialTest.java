package org.dossier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every expression gives the same term compiled and in plain ARQ, whatever the cells hold. */
class DifferentialTest {

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "a",
            "A",
            "abc",
            "ABC",
            "b",
            "ab",
            "Straße",
            "ŞIiİ",
            "😀 x",
            "e\u0301",
            "\u00A0",
            "a\"b",
            "a\\b",
            "a\nb",
            "a\r\nb",
            "a\tb",
            "\u0001",
            "\u007F",
            "\uFFFD",
            "0",
            "-0",
            "00",
            "1",
            "-1",
            "+1",
            "1.",
            ".5",
            "1.50",
            "-0.0",
            "1e3",
            "1E-3",
            "1,234.50",
            "$5",
            "NaN",
            "INF",
            "99999999999999999999",
            "0.1000000000000000000000000000001",
            "true",
            "false",
            "TRUE",
            "Yes",
            "no",
            "2024-02-29",
            "2023-02-29",
            "2024-2-9",
            "9/9/13",
            "12/31/2024",
            "31/12/2024",
            "1/2/2024",
            "1.2E+15",
            "7/16/1905",
            "5/22/1905",
            "2024-09-30 00:00:00",
            "0000-01-01",
            "http://example.org/a",
            "https://example.org/a b",
            "http://example.org/é",
            "http://example.org/%zz",
            "http://EXAMPLE.org:80/../x",
            "https://[::1]/",
            "https:///x",
            "http://",
            "x:y",
            "relative/path",
            "//host/x",
            "urn:isbn:1",
            "mailto:a@b.c",
            "javascript:alert(1)",
            "<>",
            "{x}",
            "a;b; c",
            ";;",
            "a,b;c",
            "x\u001Fy",
            "-x2F-",
            "a/b",
            "a-b_c",
            "__",
            "$1",
            "$",
            "\\",
            "(",
            "[a-z]",
            "a.c",
            "7012",
            "x".repeat(400),
            "\uD83D\uDE00\uD83D\uDE00");

    @TempDir
    Path folder;

    private Expressions expressions;

    static Stream<String> expressions() {
        return Stream.of(
                "?a",
                "\"constant\"",
                "12.50",
                "<relative>",
                "STR(?a)",
                "STR(fn:decimal(?a))",
                "STR(IRI(?a))",
                "CONCAT(?a, \"-\", ?b)",
                "CONCAT()",
                "CONCAT(?a, STRLANG(?b, \"en\"))",
                "CONCAT(?a, fn:decimal(?b))",
                "CONCAT(?a, fn:none())",
                "UCASE(?a)",
                "LCASE(CONCAT(?a, ?b))",
                "STRLEN(?a)",
                "SUBSTR(?a, 2)",
                "SUBSTR(?a, 0, 2)",
                "SUBSTR(?a, -1, 3)",
                "SUBSTR(?a, 1.5)",
                "SUBSTR(?a, STRLEN(?b))",
                "STRBEFORE(?a, ?b)",
                "STRAFTER(?a, \";\")",
                "STRBEFORE(?a, \"\")",
                "CONTAINS(?a, ?b)",
                "STRSTARTS(?a, \"http\")",
                "STRENDS(?a, ?b)",
                "REGEX(?a, \"^[a-z]+$\")",
                "REGEX(?a, \"ABC\", \"i\")",
                "REGEX(?a, ?b)",
                "REPLACE(?a, \"[$,]\", \"\")",
                "REPLACE(?a, \"(a)(b)?\", \"$1-$2\")",
                "REPLACE(?a, \"b*\", \"x\")",
                "REPLACE(?a, \"a\", ?b)",
                "REPLACE(?a, ?b, \"x\")",
                "REPLACE(?a, \"A\", \"x\", \"i\")",
                "IRI(?a)",
                "URI(CONCAT(\"https://example.org/\", ?a))",
                "IRI(CONCAT(\"https://example.org/\", ENCODE_FOR_URI(?a)))",
                "IRI(fn:decimal(?a))",
                "IF(?a = ?b, \"same\", \"other\")",
                "IF(BOUND(?a), ?a, fn:none())",
                "IF(?a = \"a\", IRI(?b), ?b)",
                "IF(?a, ?b, ?c)",
                "IF(fn:flag(?a), ?b, ?c)",
                "IF(fn:decimal(?a), ?b, ?c)",
                "COALESCE(?a, ?b, \"none\")",
                "COALESCE(fn:decimal(?a), ?b)",
                "COALESCE(IRI(?a), IRI(?b))",
                "COALESCE(fn:none(), ?c)",
                "?a = ?b",
                "?a != ?b",
                "?a = 1",
                "fn:decimal(?a) = fn:decimal(?b)",
                "fn:decimal(?a) < 1",
                "IRI(?a) = IRI(?b)",
                "IRI(?a) = ?b",
                "sameTerm(?a, ?b)",
                "?a IN (\"a\", \"abc\", \"7012\")",
                "?a NOT IN (\"a\", \"abc\")",
                "?a IN (?b, ?c)",
                "?a IN (\"a\", 1)",
                "IRI(?a) IN (<http://example.org/a>, <urn:isbn:1>)",
                "!(?a = ?b)",
                "!BOUND(?a)",
                "BOUND(?a) && BOUND(?b)",
                "?a || ?b",
                "?a && ?b",
                "(?a = ?b) || (1/0 = 1)",
                "(?a = ?b) && (1/0 = 1)",
                "STRDT(?a, xsd:date)",
                "STRDT(?a, xsd:string)",
                "STRDT(?a, xsd:decimal)",
                "STRDT(?a, IRI(?b))",
                "STRLANG(?a, \"en-gb\")",
                "STRLANG(?a, ?b)",
                "LANG(STRLANG(?a, \"en\"))",
                "DATATYPE(?a)",
                "MD5(?a)",
                "SHA1(?a)",
                "SHA256(?a)",
                "SHA384(?a)",
                "SHA512(?a)",
                "isIRI(?a)",
                "isNumeric(fn:decimal(?a))",
                "xsd:decimal(?a)",
                "xsd:integer(?a)",
                "xsd:date(?a)",
                "xsd:boolean(?a)",
                "xsd:integer(?a) + xsd:integer(?b)",
                "ABS(fn:decimal(?a)) * 2",
                "ROUND(fn:decimal(?a))",
                "YEAR(STRDT(?a, xsd:dateTime))",
                "xfn:normalize-space(?a)",
                "fn:decimal(?a)",
                "fn:integer(?a)",
                "fn:date(?a, \"uuuu-MM-dd\")",
                "fn:date(?a, \"M/d/uuuu\", \"d/M/uuuu\", \"uuuu-MM-dd\")",
                "fn:date(?a, \"uuuu-MM-dd HH:mm:ss\")",
                "fn:date(?a, \"M/d/uu\")",
                "fn:excel-year(?a, \"M/d/uuuu\")",
                "fn:partial-date(fn:excel-year(?a, \"M/d/uuuu\"), \"M/d/uuuu\", \"uuuu\")",
                "fn:year-month(?a, \"uuuu-MM-dd\", \"uuuu-MM\")",
                "fn:year(?a, \"uuuu-MM-dd\", \"uuuu\")",
                "fn:flag(?a)",
                "fn:address(?a)",
                "fn:clean(?a)",
                "fn:clean(?a, \"a\", \"no\")",
                "fn:slug(?a)",
                "fn:digest(?a, ?b)",
                "fn:code(?a, 3, 1)",
                "fn:part(?a, 1, \";\")",
                "fn:part(?a, 2, \";\", \",\")",
                "fn:part(?a, ?b)",
                "fn:id(\"thing\", ?a)",
                "fn:id(\"thing\", ?a, ?b)",
                "fn:id(?a)",
                "fn:id(\"firm\", \"name\", fn:slug(?a))",
                "fn:lookup(\"codes\", ?a)",
                "fn:lookup(\"codes\", ?a, ?b)",
                "fn:lookup(\"agencies\", ?a, fn:id(\"agency\", ?b))",
                "IF(?a = \"7012\", fn:lookup(\"agencies\", ?a), fn:none())",
                "CONCAT(\"x\", fn:clean(?a), fn:slug(?b))",
                "LANG(fn:clean(?a))",
                "STRLEN(fn:clean(?a)) > STRLEN(fn:slug(?b))");
    }

    @BeforeEach
    void makeTables() throws Exception {
        Path tables = Files.createDirectories(folder.resolve("tables"));
        Files.writeString(tables.resolve("codes.csv"), "key,value\na,first\nabc,second\n");
        Files.writeString(tables.resolve("agencies.csv"), "key,id,remark\n7012,ice,\n7014,cbp,\n");
        expressions = new Expressions(folder);
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void givesTheSameTermCompiledAndByArq(String expression) throws Exception {
        List<List<String>> rows = rows(new Random(expression.hashCode()));

        List<Expressions.Result> results = expressions.results(expression, rows);

        assertThat(results).hasSameSizeAs(rows);
        for (int at = 0; at < rows.size(); at++) {
            Expressions.Result result = results.get(at);
            assertThat(result.compiled())
                    .as("%s over %s", expression, rows.get(at))
                    .isEqualTo(result.byArq());
            assertThat(result.written()).isEqualTo(bytesOf(result));
        }
    }

    /** The written bytes, read by Jena's own parser, are the same term; an IRI that no syntax allows is not written. */
    private static String bytesOf(Expressions.Result result) {
        if (result.compiled() == null || !isWritable(result.compiled())) {
            return "";
        }
        Graph graph = GraphFactory.createDefaultGraph();
        String line = "<http://example.org/s> <http://example.org/p> " + result.written() + " .\n";
        RDFParser.create().fromString(line).lang(Lang.NTRIPLES).checking(false).parse(graph);
        Triple triple = graph.find().next();
        return triple.getObject().equals(result.compiled()) ? result.written() : "another term: " + triple.getObject();
    }

    private static boolean isWritable(Node term) {
        return term.isURI() ? Bytes.isIri(term.getURI()) : Code.isLanguage(term.getLiteralLanguage());
    }

    private static List<List<String>> rows(Random random) {
        List<List<String>> rows = new ArrayList<>();
        NASTY.forEach(cell -> rows.add(List.of(cell, pick(random), pick(random))));
        NASTY.forEach(cell -> rows.add(List.of(cell, cell, pick(random))));
        for (int round = 0; round < 300; round++) {
            rows.add(List.of(pick(random) + pick(random), pick(random), pick(random)));
        }
        rows.removeIf(row -> row.stream().allMatch(String::isEmpty));
        return rows;
    }

    private static String pick(Random random) {
        return NASTY.get(random.nextInt(NASTY.size()));
    }

    @Test
    void functionsTellTheSameTroubleCompiledAndInsideArq() throws Exception {
        String compiled = "fn:decimal(?a)";
        String insideArq = "fn:decimal(?a) + 0";

        List<String> told =
                expressions.results(compiled, List.of(List.of("x", "", "y"), List.of("1", "", "y"))).stream()
                        .flatMap(result -> result.reports().stream())
                        .toList();
        List<String> toldByArq =
                expressions.results(insideArq, List.of(List.of("x", "", "y"), List.of("1", "", "y"))).stream()
                        .flatMap(result -> result.reports().stream())
                        .toList();

        assertThat(told)
                .containsExactly(
                        "Report[columns=[a], value=x, reason=expected digits with at most one point, code=not-a-number]")
                .isEqualTo(toldByArq);
    }

    @Test
    void namesTheExpressionsThatAreLeftToArq() {
        assertThat(expressions.compile("fn:decimal(?a)").explain())
                .isEqualTo("Every expression of test.rq is compiled.\n");
        assertThat(expressions.compile("fn:decimal(?a) + 1").explain())
                .isEqualTo("left to ARQ: ( fn:decimal(?a) + 1 )\n");
    }
}
