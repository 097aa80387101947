package org.dossier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.table.ColumnName;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingCompilerTest {

    private static final String PREFIXES = """
            PREFIX dossier: <https://w3id.org/dossier/ns#>
            PREFIX kind: <https://w3id.org/dossier/kind/>
            PREFIX fn: <https://w3id.org/dossier/fn/>
            PREFIX e: <http://example.org/>
            """;
    private static final Vocabulary VOCABULARY =
            Ontology.of(Path.of("."), new Problems()).vocabulary();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    OPTIONAL { ?s ?p ?o }        | 6:3  | OPTIONAL
                    { } UNION { }                | 6:7  | UNION
                    MINUS { }                    | 6:3  | MINUS
                    GRAPH e:g { }                | 6:3  | GRAPH
                    SERVICE e:s { }              | 6:3  | SERVICE
                    { SELECT ?x WHERE { } }      | 6:5  | SELECT
                    FILTER EXISTS { ?s ?p ?o }   | 6:10 | EXISTS
                    FILTER NOT EXISTS { }        | 6:10 | NOT
                    FILTER(NOT EXISTS { })       | 6:14 | EXISTS
                    FILTER RAND()                | 6:10 | RAND
                    FILTER STRSTARTS(UUID(), ?a) | 6:20 | UUID
                    FILTER STRLEN(?a) LATERAL {} | 6:21 | LATERAL
                    BIND(NOW() AS ?x)            | 6:8  | NOW
                    BIND(STR(RAND()) AS ?x)      | 6:12 | RAND
                    BIND(UUID() AS ?x)           | 6:8  | UUID
                    BIND(STRUUID() AS ?x)        | 6:8  | STRUUID
                    BIND(BNODE(?a) AS ?x)        | 6:8  | BNODE
                    ?s e:p ?o                    | 6:3  | ?s
                    e:s e:p/e:q "x"              | 6:3  | e:s
                    [] e:p ?o                    | 6:3  | [
                    BIND(COUNT(?a) AS ?x)        | 6:8  | COUNT
                    LATERAL { BIND(?a AS ?x) }   | 6:3  | LATERAL
                    """)
    void refusesWhatNeedsMoreThanTheRow(String line, String place, String word) {
        List<Problem> problems = problems("CONSTRUCT { e:s e:p ?a } WHERE {\n  " + line + "\n}");

        assertThat(problems).first().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("not-in-a-mapping");
            assertThat(problem.place()).hasToString("m.rq:" + place);
            assertThat(problem.message()).contains(word);
            assertThat(problem.remedy()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT ?a WHERE { }                                | 5:1  | CONSTRUCT queries
                    CONSTRUCT { _:b e:p ?a } WHERE { }                 | 5:13 | _:b
                    CONSTRUCT { [] e:p ?a } WHERE { }                  | 5:13 | [
                    CONSTRUCT { e:s e:p (?a) } WHERE { }               | 5:21 | (
                    CONSTRUCT { e:s e:p ?a } FROM e:g WHERE { }        | 5:26 | FROM
                    CONSTRUCT { e:s e:p ?a } WHERE { } ORDER BY ?a     | 5:36 | ORDER
                    CONSTRUCT { e:s e:p ?a } WHERE { } LIMIT 3         | 5:36 | LIMIT
                    CONSTRUCT { e:s e:p ?a } WHERE { } GROUP BY ?a     | 5:36 | GROUP
                    CONSTRUCT WHERE { e:s e:p ?a }                     | 5:11 | WHERE
                    CONSTRUCTWHERE { e:s e:p ?a }                      | 1:1  | PREFIX
                    """)
    void refusesQueriesOfOtherForms(String query, String place, String word) {
        assertThat(problems(query)).first().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("not-in-a-mapping");
            assertThat(problem.place()).hasToString("m.rq:" + place);
            assertThat(problem.message()).contains(word);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CONSTRUCT { e:s e:p ?x } WHERE { BIND(fn:decimals(?a) AS ?x) } | unknown-function | 5:39 | did you mean 'decimal'?
                    CONSTRUCT { e:s e:p ?x } WHERE { BIND(e:f(?a) AS ?x) } | unknown-function | 5:39 | XPath
                    CONSTRUCT { e:s e:p ?x } WHERE { BIND(UCASE(fn:date(?a)) AS ?x) } | wrong-call | 5:45 | call it as fn:date(cell, pattern…)
                    CONSTRUCT { e:s e:p ?x } WHERE { BIND(fn:date(?a, "yyyy") AS ?x) } | wrong-call | 5:39 | fn:date
                    CONSTRUCT { e:s e:p ?x } WHERE { BIND(fn:date(?a, "bogus") AS ?x) } | wrong-call | 5:39 | fn:date
                    CONSTRUCT { e:s e:p ?x } WHERE { BIND(fn:id(?a, ?b) AS ?x) } | wrong-call | 5:39 | fn:id
                    CONSTRUCT { e:s e:p ?x } WHERE { BIND(fn:code(?a, ?b) AS ?x) } | wrong-call | 5:39 | fn:code
                    CONSTRUCT { e:s e:p ?x } WHERE { BIND(fn:code(?a, 0) AS ?x) } | wrong-call | 5:39 | fn:code
                    CONSTRUCT { e:s e:p ?x } WHERE { BIND(fn:lookup("none", ?a) AS ?x) } | wrong-call | 5:39 | fn:lookup
                    CONSTRUCT { e:s e:p ?x } WHERE { BIND(UCASE(fn:split(?a, ";")) AS ?x) } | wrong-call | 5:45 | stand alone in a BIND
                    CONSTRUCT { e:s e:p ?y } WHERE { BIND(?x AS ?y) BIND(?a AS ?x) } | out-of-scope | 5:39 | BIND
                    CONSTRUCT { e:s e:p ?y } WHERE { BIND(?a AS ?x) { BIND(UCASE(?x) AS ?y) } } | out-of-scope | 5:62 | same group
                    CONSTRUCT { e:s e:p ?x } WHERE { { BIND(?a AS ?x) } { BIND(?b AS ?x) } } | variable-twice | 5:66 | FILTER
                    CONSTRUCT { e:s e:p ?b } WHERE { { BIND(UCASE(?a) AS ?b) } BIND("x" AS ?a) } | out-of-scope | 5:47 | BIND
                    CONSTRUCT { e:s e:p ?b } WHERE { { BIND(UCASE(?a) AS ?b) } VALUES ?a { "x" } } | out-of-scope | 5:47 | BIND
                    CONSTRUCT { e:s e:p ?x } WHERE { BIND(fn:split() AS ?x) } | wrong-call | 5:39 | fn:split(cell, separator…)
                    CONSTRUCT { e:s e:p ?a } WHERE { BIND(UCASE(?a) AS ?b) VALUES ?a { "x" } } | out-of-scope | 5:45 | BIND
                    CONSTRUCT { ?a e:p ?b } WHERE { } | literal-subject | 5:13 | fn:id
                    CONSTRUCT { e:s ?p ?b } WHERE { BIND(fn:decimal(?a) AS ?p) } | literal-subject | 5:17 | fn:id
                    CONSTRUCT { e:s dossier:usses ?a } WHERE { } | unknown-term | 5:17 | did you mean 'uses'?
                    CONSTRUCT { e:s a dossier:Contrac } WHERE { } | unknown-term | 5:19 | did you mean 'Contract'?
                    CONSTRUCT { e:s dossier:hasKind kind:protst } WHERE { } | unknown-term | 5:33 | did you mean 'protest'?
                    CONSTRUCT { e:s dossier:uses ?x } WHERE { BIND(fn:id("t", ?a) AS ?x) } | needs-claim | 5:17 | contract
                    CONSTRUCT { e:s dossier:hasStanding kind:stated } WHERE { } | is-computed | 5:17 | leave it out
                    CONSTRUCT { e:s e:p ?a WHERE { } | mapping-syntax | 5:24 |
                    CONSTRUCT { e:s e:p ?x } WHERE { BIND(REGEX(?a, "(") AS ?x) } | mapping-syntax | 5:1 |
                    """)
    void tellsMistakesWithTheirPlace(String query, String code, String place, String remedy) {
        List<Problem> problems = problems(query);

        assertThat(problems).extracting(Problem::code).contains(code);
        Problem problem = problems.stream()
                .filter(found -> found.code().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(problem.place()).hasToString("m.rq:" + place);
        assertThat(problem.remedy()).contains(remedy == null ? "" : remedy);
    }

    @Test
    void tellsAllMistakesOfAllQueriesInOneRun() {
        List<Problem> problems = problems("""
                CONSTRUCT { e:s dossier:usses ?a } WHERE { BIND(fn:x(?a) AS ?y) }
                CONSTRUCT { e:s e:p ?a } WHERE { OPTIONAL { } }
                CONSTRUCT { ?a e:p ?a } WHERE { }
                """);

        assertThat(problems)
                .extracting(problem -> problem.place().line() + " " + problem.code())
                .containsExactly(
                        "5 unknown-term",
                        "5 unknown-function",
                        "5 unused-variable",
                        "6 not-in-a-mapping",
                        "7 literal-subject");
    }

    @Test
    void refusesAFileWithoutAQuery() {
        assertThat(problems(""))
                .extracting(Problem::toString)
                .containsExactly("m.rq:4:32: error[mapping-syntax]: the file ends in the middle of a query");
    }

    @Test
    void prefixesHoldToTheEndOfTheFile() throws Exception {
        assertThat(triples("""
                        CONSTRUCT { e:one e:p ?a } WHERE { }
                        PREFIX f: <http://example.com/>
                        CONSTRUCT { e:two f:p ?a } WHERE { }
                        """, "a\nx\n"))
                .containsExactly(
                        "<http://example.org/one> <http://example.org/p> \"x\" .",
                        "<http://example.org/two> <http://example.com/p> \"x\" .");
    }

    @Test
    void anEmptyCellLeavesOutItsOwnTriplesOnly() throws Exception {
        assertThat(triples("CONSTRUCT { e:s e:p ?a ; e:q ?b } WHERE { }", "a,b\nx,\n,\ny,z\n"))
                .containsExactly(
                        "<http://example.org/s> <http://example.org/p> \"x\" .",
                        "<http://example.org/s> <http://example.org/p> \"y\" .",
                        "<http://example.org/s> <http://example.org/q> \"z\" .");
    }

    @Test
    void aFilterHoldsForItsGroupWhereverItStands() throws Exception {
        assertThat(triples("CONSTRUCT { e:s e:p ?u } WHERE { FILTER(?u != \"X\") BIND(UCASE(?a) AS ?u) }", "a\nx\ny\n"))
                .containsExactly("<http://example.org/s> <http://example.org/p> \"Y\" .");
    }

    @Test
    void valuesGivesASolutionForEachLine() throws Exception {
        assertThat(triples("""
                        CONSTRUCT { e:s e:p ?a ; e:q ?both ; e:r ?once } WHERE {
                          VALUES (?n ?m) { ("1" UNDEF) ("2" "two") }
                          BIND(CONCAT(?a, ?n, ?m) AS ?both) BIND(CONCAT(?a, ?n) AS ?once)
                        }
                        """, "a\nx\n"))
                .containsExactly(
                        "<http://example.org/s> <http://example.org/p> \"x\" .",
                        "<http://example.org/s> <http://example.org/q> \"x2two\" .",
                        "<http://example.org/s> <http://example.org/r> \"x1\" .",
                        "<http://example.org/s> <http://example.org/r> \"x2\" .");
    }

    @Test
    void valuesAgreesWithWhatIsKnown() throws Exception {
        assertThat(triples("""
                        CONSTRUCT { e:s e:p ?name } WHERE {
                          BIND(UCASE(?a) AS ?code)
                          VALUES (?code ?name) { ("X" "ex") ("Y" "why") }
                        }
                        """, "a\nx\nz\ny\n"))
                .containsExactly(
                        "<http://example.org/s> <http://example.org/p> \"ex\" .",
                        "<http://example.org/s> <http://example.org/p> \"why\" .");
    }

    @Test
    void valuesBehindWhereCountsToo() throws Exception {
        assertThat(triples("CONSTRUCT { e:s e:p ?n } WHERE { } VALUES ?n { \"1\" \"2\" }", "a\nx\n"))
                .hasSize(2);
    }

    @Test
    void groupsAreJoined() throws Exception {
        assertThat(triples(
                        "CONSTRUCT { e:s e:p ?x, ?y } WHERE { BIND(UCASE(?a) AS ?x) { BIND(LCASE(?a) AS ?y) FILTER(?y = \"a\") } }",
                        "a\nA\nB\n"))
                .containsExactly(
                        "<http://example.org/s> <http://example.org/p> \"A\" .",
                        "<http://example.org/s> <http://example.org/p> \"a\" .");
    }

    @Test
    void splitRepeatsTheSolutionForEachPart() throws Exception {
        assertThat(triples("""
                        CONSTRUCT { ?row e:name ?part . ?thing e:of ?row . ?row e:all ?a } WHERE {
                          BIND(fn:id("row", ?b) AS ?row)
                          BIND(fn:split(?a, ";", ",") AS ?part)
                          BIND(fn:id("part", fn:slug(?part)) AS ?thing)
                        }
                        """, "a,b\n\"One; two,three;;\",1\n,2\n"))
                .containsExactly(
                        "<https://example.org/id/part_one> <http://example.org/of> <https://example.org/id/row_1> .",
                        "<https://example.org/id/part_three> <http://example.org/of> <https://example.org/id/row_1> .",
                        "<https://example.org/id/part_two> <http://example.org/of> <https://example.org/id/row_1> .",
                        "<https://example.org/id/row_1> <http://example.org/all> \"One; two,three;;\" .",
                        "<https://example.org/id/row_1> <http://example.org/name> \"One\" .",
                        "<https://example.org/id/row_1> <http://example.org/name> \"three\" .",
                        "<https://example.org/id/row_1> <http://example.org/name> \"two\" .");
    }

    @Test
    void splitAgreesWithPart() throws Exception {
        String cells = "a\n\" x ;y, ;;z\"\nq\n";

        List<String> split =
                triples("CONSTRUCT { e:s e:p ?x } WHERE { BIND(fn:split(?a, \";\", \",\") AS ?x) }", cells);
        List<String> parts = triples(
                "CONSTRUCT { e:s e:p ?x } WHERE { VALUES ?n { \"1\" \"2\" \"3\" \"4\" } BIND(fn:part(?a, ?n, \";\", \",\") AS ?x) }",
                cells);

        assertThat(split).hasSize(4).isEqualTo(parts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Award ID",
                "Use (Y/N)?",
                "Straße",
                "1862_land",
                "",
                "a__b",
                "Yes#2",
                "x·y",
                "日本 語",
                "a-b",
                "tab\there"
            })
    void everyHeaderIsReachedByTheNameOfAVariable(String header) throws Exception {
        String query = "CONSTRUCT { e:s e:p ?" + ColumnName.spell(header) + " } WHERE { }";

        assertThat(triples(query, "\"" + header + "\",z\nx,y\n"))
                .containsExactly("<http://example.org/s> <http://example.org/p> \"x\" .");
    }

    @Test
    void relativeIrisAreIdsOfTheDossier() throws Exception {
        assertThat(triples("CONSTRUCT { <ice> e:p ?x } WHERE { BIND(IRI(?a) AS ?x) }", "a\ncbp\n"))
                .containsExactly("<https://example.org/id/ice> <http://example.org/p> <https://example.org/id/cbp> .");
    }

    @Test
    void theExampleInTheGuideCompiles() throws Exception {
        String guide = Files.readString(Path.of("docs/mapping.md"));
        String example = guide.split("```sparql\n", 2)[1].split("```", 2)[0];
        Problems problems = new Problems();

        Mapping mapping = compiler().compile("guide.rq", example, problems).orElseThrow();

        assertThat(problems.list()).isEmpty();
        assertThat(mapping.fallbacks()).isEmpty();
        assertThat(mapping.columns()).extracting(MappingColumn::name).contains("Award__ID", "ceiling_amount", "vendor");
    }

    @Test
    void theGuideListsEveryFunction() throws Exception {
        String guide = Files.readString(Path.of("docs/mapping.md"));

        assertThat(new CellFunctions(Expressions.BASE, Expressions.noTables()).names())
                .allSatisfy(name -> assertThat(guide).contains("`fn:" + name + "("));
    }

    private List<Problem> problems(String query) {
        Problems problems = new Problems();
        compiler().compile("m.rq", PREFIXES + query, problems);
        return problems.list();
    }

    private MappingCompiler compiler() {
        return new MappingCompiler(Expressions.BASE, Expressions.noTables(), VOCABULARY);
    }

    /** Sorted, without repetitions. */
    private List<String> triples(String query, String csv) throws IOException {
        Imports imports = new Imports(folder, VOCABULARY).mapping(PREFIXES + query);
        Imports.Result result = imports.run(csv);
        assertThat(result.problems())
                .filteredOn(problem -> problem.code().equals("unknown-column"))
                .hasSizeLessThan(2);
        assertThat(Files.exists(folder)).isTrue();
        return new ArrayList<>(new TreeSet<>(result.triplesOfRows()));
    }
}
