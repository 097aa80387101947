package org.dossier.query.limited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.dossier.query.limited.StopSignal.Reason;
import org.dossier.query.limited.StopSignal.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LimitedRunTest {

    private static final DatasetGraph DATA = HostileData.dataset();
    private static final Duration TIME = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Node ANY_NAME = NodeFactory.createURI("https://example.org/any");

    private final StopSignal signal = new StopSignal();

    private LimitedRun run(String query, Duration time) {
        return new LimitedRun(
                QueryFactory.create(query),
                Map.of(),
                DATA,
                FunctionRegistry.get(),
                false,
                new RunLimits(time, 1_000_000, 10_000, 1_000_000),
                signal);
    }

    private List<String> answer(String query) {
        try (LimitedRun run = run(query, Duration.ofSeconds(20))) {
            List<String> rows = new ArrayList<>();
            RowSet found = run.rows();
            found.forEachRemaining(row -> rows.add(found.getResultVars().stream()
                    .map(row::get)
                    .map(LimitedRunTest::text)
                    .toList()
                    .toString()));
            run.confirm();
            return rows;
        }
    }

    private static String text(Node node) {
        return node == null ? "-" : node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI();
    }

    private static void readToTheEnd(LimitedRun run, Query query) {
        if (query.isSelectType()) {
            run.rows().forEachRemaining(row -> {});
        } else if (query.isAskType()) {
            run.verdict();
        } else if (query.isConstructType()) {
            run.constructed().forEachRemaining(triple -> {});
        } else {
            run.described();
        }
        run.confirm();
    }

    static Stream<Path> hostileQueries() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bench/hostile"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("hostileQueries")
    void endsWithinASecondOfItsTime(Path file) throws Exception {
        String text = Files.readString(file);
        long start = System.nanoTime();
        FutureTask<Throwable> task = new FutureTask<>(() -> catchThrowable(() -> {
            try (LimitedRun run = run(text, TIME)) {
                readToTheEnd(run, QueryFactory.create(text));
            }
        }));
        new Thread(null, task, "hostile", LimitedRun.STACK_BYTES).start();

        Throwable end = task.get();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIME.plus(GRACE));
        if (end == null) {
            assertThat(file).hasFileName("filters-with-alternatives.rq");
        } else {
            assertThat(end).isInstanceOf(QueryCancelledException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number-power          | an expression makes a number of more than 10000 digits (digits)
            number-places         | an expression makes a number of more than 10000 digits (digits)
            number-squares        | an expression makes a number of more than 10000 digits (digits)
            number-of-a-long-text | an expression makes a number of more than 10000 digits (digits)
            text-doubles          | an expression builds a text of more than 1000000 characters (text-length)
            replace-grows         | an expression builds a text of more than 1000000 characters (text-length)
            group-concat          | GROUP_CONCAT joins more than 16000000 characters (text-length)
            duration              | an expression computes with a duration of more than 6 digits
            path-of-a-dense-graph | a property path follows more than 1000000 triples from one start
            """)
    void saysWhatGrowsTooFar(String name, String sentence) throws IOException {
        String text = Files.readString(Path.of("bench/hostile/" + name + ".rq"));

        try (LimitedRun run = run(text, Duration.ofSeconds(20))) {
            assertThatThrownBy(() -> readToTheEnd(run, QueryFactory.create(text)))
                    .isInstanceOf(QueryCancelledException.class);
        }

        assertThat(signal.stopped()).contains(new Stop(Reason.SIZE, sentence));
    }

    @Test
    void saysThatItsTimeIsUp() throws IOException {
        String text = Files.readString(Path.of("bench/hostile/cross-product.rq"));

        try (LimitedRun run = run(text, TIME)) {
            assertThatThrownBy(() -> readToTheEnd(run, QueryFactory.create(text)))
                    .isInstanceOf(QueryCancelledException.class);
        }

        assertThat(signal.stopped()).contains(new Stop(Reason.TIME, "the query took longer than 100 ms"));
    }

    @Test
    void keepsTheFirstReason() {
        signal.stop(Reason.GONE, "first");
        signal.stop(Reason.TIME, "second");

        assertThat(signal.stopped()).contains(new Stop(Reason.GONE, "first"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            REGEX("abc", "B", "i")                                    | true
            REGEX("abc", "B")                                         | false
            REGEX("a.c", ".", "q")                                    | true
            REGEX("abc", CONCAT("(", ""))                             | -
            REGEX(1, "b")                                             | -
            REPLACE("banana", "a", "o")                               | bonono
            REPLACE("banana", "A", "o", "i")                          | bonono
            REPLACE("banana", "(an)", "<$1>")                         | b<an><an>a
            REPLACE("banana", "x", "o")                               | banana
            REPLACE("", ".*", "x")                                    | x
            REPLACE("notEmpty", ".*", "x")                            | x
            REPLACE("a", "a", "$2")                                   | -
            REPLACE("a", "a", "$$")                                   | -
            REPLACE("a", "a", "\\\\")                                 | -
            fn:hours-from-time(<urn:a>)                               | -
            LANG(REPLACE("banana"@en, "a", "o"))                      | en
            DATATYPE(REPLACE("banana", "a", "o"))                     | http://www.w3.org/2001/XMLSchema#string
            CONCAT("a", "b"@en)                                       | ab
            CONCAT("a", 1)                                            | -
            CONCAT()                                                  | ``
            fn:matches("abc", "B", "i")                               | true
            fn:replace("banana", "a", "o")                            | bonono
            fn:concat("a", "b")                                       | ab
            fn:round(1.25, 1)                                         | 1.3
            math:pow(2, 10)                                           | 1024
            UCASE("straße")                                           | STRASSE
            LCASE("ÄB")                                               | äb
            ENCODE_FOR_URI("a b")                                     | a%20b
            STRDT("7", xsd:integer) + 1                               | 8
            STRDT("<p/>", <http://example.org/html>)                  | <p/>
            xsd:integer("7") * 6 / 2 - 1                              | 20.0
            "2000-01-31"^^xsd:date + "P1M"^^xsd:yearMonthDuration     | 2000-02-29
            1 / 0                                                     | -
            """)
    void changesNoAnswer(String expression, String expected) {
        String prefixes = """
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                PREFIX fn: <http://www.w3.org/2005/xpath-functions#>
                PREFIX math: <http://www.w3.org/2005/xpath-functions/math#>
                """;

        assertThat(answer(prefixes + "SELECT (" + expression + " AS ?x) {}")).containsExactly("[" + expected + "]");
    }

    @Test
    void groupsAndSortsAsEver() {
        assertThat(answer("""
                SELECT ?a (GROUP_CONCAT(?b; separator=",") AS ?all) (GROUP_CONCAT(DISTINCT ?b) AS ?once) {
                  VALUES (?a ?b) { ("x" "1") ("x" "1") ("y" "2") ("x" "3") }
                } GROUP BY ?a ORDER BY DESC(?a)""")).containsExactly("[y, 2, 2]", "[x, 1,1,3, 1 3]");
    }

    @Test
    void walksAPathThatIsAsLongAsTheGraph() throws Exception {
        FutureTask<List<String>> task = new FutureTask<>(
                () -> answer("PREFIX : <https://example.org/> SELECT (COUNT(*) AS ?n) { :link0 :next+ ?x }"));
        new Thread(null, task, "long", LimitedRun.STACK_BYTES).start();

        assertThat(task.get()).containsExactly("[20000]");
    }

    @Test
    void neverChangesTheData() {
        assertThatThrownBy(() ->
                        new WatchedDataset(DATA, new Context(), signal).add(ANY_NAME, ANY_NAME, ANY_NAME, ANY_NAME))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
