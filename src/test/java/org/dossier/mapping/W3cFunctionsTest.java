package org.dossier.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.util.ExprUtils;
import org.dossier.problem.Problems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every expression in W3C's tests of functions, filters and casts, over the texts of their data and a few more: compiled
 * and by ARQ the same term.
 */
@Tag("slow")
class W3cFunctionsTest {

    private static final Path SUITE = Path.of("../shared/suites/w3c-sparql");
    private static final List<String> CELLS = List.of(
            "",
            "foo",
            "bar",
            "BAZ",
            "abc",
            "ABC",
            "100",
            "-2.5",
            "1.6",
            "true",
            "2010-06-21T11:28:01Z",
            "http://example.org/s1",
            "食べ物",
            "f\uD83D\uDE00o",
            "a b",
            "2",
            "en",
            "x\"y",
            "2008-06-20T23:59:00Z",
            "12.0E2");

    @TempDir
    Path folder;

    @Test
    void everyExpressionGivesTheSameTermCompiledAndByArq() throws Exception {
        assumeTrue(Files.isDirectory(SUITE), "skipped: ../shared/suites/w3c-sparql is not here");
        Expressions expressions = new Expressions(folder);
        Set<String> tried = new TreeSet<>();

        for (String expression : inTheSuite()) {
            if (!isRefused(expression)) {
                for (Expressions.Result result : expressions.results(expression, rows())) {
                    assertThat(result.compiled()).as("%s", expression).isEqualTo(result.byArq());
                }
                tried.add(expression);
            }
        }

        assertThat(tried).hasSizeGreaterThan(150);
    }

    private boolean isRefused(String expression) {
        Problems problems = new Problems();
        new MappingCompiler(Expressions.BASE, Expressions.noTables(), Expressions.NO_TERMS)
                .compile("w3c.rq", Expressions.mapping(expression), problems);
        return problems.hasErrors();
    }

    private static List<List<String>> rows() {
        Random random = new Random(11);
        List<List<String>> rows = new ArrayList<>();
        for (int round = 0; round < 60; round++) {
            rows.add(List.of(pick(random), pick(random), CELLS.get(1 + random.nextInt(CELLS.size() - 1))));
        }
        return rows;
    }

    private static String pick(Random random) {
        return CELLS.get(random.nextInt(CELLS.size()));
    }

    private static Set<String> inTheSuite() {
        Set<String> found = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(SUITE)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".rq"))
                    .sorted()
                    .toList()) {
                collect(Files.readString(file), found);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return found;
    }

    /** Tests of wrong syntax are passed over. */
    private static void collect(String text, Set<String> found) {
        Query query;
        try {
            query = QueryFactory.create(text, Expressions.BASE, Syntax.syntaxSPARQL_11);
        } catch (QueryException wrong) {
            return;
        }
        query.getProject().getExprs().values().forEach(expression -> add(expression, found));
        if (query.getQueryPattern() != null) {
            ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
                @Override
                public void visit(ElementFilter filter) {
                    add(filter.getExpr(), found);
                }

                @Override
                public void visit(ElementBind bind) {
                    add(bind.getExpr(), found);
                }
            });
        }
    }

    private static void add(Expr expression, Set<String> found) {
        Map<Var, Node> names = new LinkedHashMap<>();
        NodeTransform rename = node -> Var.isVar(node)
                ? names.computeIfAbsent(
                        Var.alloc(node), unseen -> Var.alloc("abc".substring(names.size() % 3, names.size() % 3 + 1)))
                : node;
        try {
            found.add(ExprUtils.fmtSPARQL(
                    new ExprList(expression.applyNodeTransform(rename)), new SerializationContext()));
        } catch (RuntimeException notAnExpressionOfRows) {
            // Aggregates and EXISTS cannot be renamed; a mapping refuses them.
        }
    }
}
