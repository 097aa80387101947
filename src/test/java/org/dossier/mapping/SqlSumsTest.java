package org.dossier.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.dossier.problem.Problems;
import org.dossier.table.TableFile;
import org.dossier.triples.Names;
import org.dossier.triples.Ontology;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Adds up the same files twice, by SQL over their rows and by SPARQL over what became of them. The two share no code: SQL
 * counts in whole cents what stands in the cells.
 */
@Tag("slow")
class SqlSumsTest {

    private static final Path DATA = Path.of("../shared/open-data/usaspending-cbp-ice");
    private static final String BASE = "https://w3id.org/dossier/id/";
    private static final Set<String> NEEDED =
            Set.of("altLabel", "date", "hasBuyer", "isActionOf", "isAwardedTo", "mentions", "obligatedAmount");

    private static final String PREFIXES = """
        PREFIX dossier: <https://w3id.org/dossier/ns#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        """;

    private static final String CENTS = "SUM(CAST(ROUND(\"Federal Action Obligation\" * 100) AS INTEGER))";

    @TempDir
    Path folder;

    private List<Path> files = List.of();

    @BeforeEach
    void requireFilesAndSqlite() {
        assumeTrue(Files.isDirectory(DATA), "skipped: ../shared/open-data is not here");
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(bin -> Files.isExecutable(Path.of(bin, "sqlite3"))),
                "skipped: sqlite3 is not installed");
        files = IntStream.rangeClosed(2021, 2025)
                .mapToObj(year -> DATA.resolve("CBP_ICE_FY" + year + "_Contract_Obligations.csv"))
                .toList();
    }

    @Test
    void sumsBySparqlAreSumsBySqlToTheCent() throws Exception {
        List<String> firms = sql("SELECT \"Recipient Name\" FROM (SELECT DISTINCT * FROM actions) "
                + "WHERE \"Recipient Name\" NOT LIKE '%UNDISCLOSED%' AND \"Recipient Name\" NOT LIKE 'MISCELLANEOUS%' "
                + "GROUP BY 1 ORDER BY " + CENTS + " DESC LIMIT 8");

        Map<String, BigDecimal> bySql = sumsBySql(firms);
        Map<String, BigDecimal> bySparql = sumsBySparql(firms);

        assertThat(bySql).hasSizeGreaterThanOrEqualTo(25);
        assertThat(bySparql).isEqualTo(bySql);
    }

    private Map<String, BigDecimal> sumsBySql(List<String> firms) throws Exception {
        Map<String, BigDecimal> sums = new TreeMap<>();
        String from = " FROM (SELECT DISTINCT * FROM actions) AS a ";
        add(sql("SELECT lower(Agency), " + CENTS + from + "GROUP BY 1"), sums);
        add(sql("SELECT lower(Agency) || ' ' || substr(\"Action Date\", 1, 4), " + CENTS + from + "GROUP BY 1"), sums);
        add(sql("SELECT substr(\"Action Date\", 1, 4), " + CENTS + from + "GROUP BY 1"), sums);
        for (String firm : firms) {
            String name = "'" + firm.replace("'", "''") + "'";
            add(
                    sql("SELECT " + name + ", " + CENTS + from + "WHERE \"Generated Award ID\" IN "
                            + "(SELECT \"Generated Award ID\" FROM actions WHERE "
                            + words("\"Recipient Name\"") + " = " + words(name) + ")"),
                    sums);
        }
        return sums;
    }

    /** What descriptions name Microsoft for, by agency and holder: the actions whose own text has the word. */
    @Test
    void mentionsAreTheActionsWhoseOwnTextHasTheWord() throws Exception {
        Map<String, BigDecimal> bySql = new TreeMap<>();
        add(
                sql(
                        "SELECT lower(Agency) || ' ' || \"Recipient Name\", " + CENTS
                                + " FROM (SELECT DISTINCT * FROM actions)"
                                + " WHERE \"Transaction Description\" LIKE '%MICROSOFT%'"
                                + " AND \"Recipient Name\" IN ('DELL FEDERAL SYSTEMS L.P', 'MICROSOFT CORPORATION') GROUP BY 1"),
                bySql);
        Map<String, BigDecimal> bySparql = new TreeMap<>();
        select(
                imported(),
                "?both",
                "VALUES ?name { \"DELL FEDERAL SYSTEMS L.P\" \"MICROSOFT CORPORATION\" } ?firm skos:altLabel ?name ."
                        + " ?contract dossier:isAwardedTo ?firm ; dossier:hasBuyer ?agency ."
                        + " ?action dossier:isActionOf ?contract ; dossier:obligatedAmount ?amount ; dossier:mentions <"
                        + BASE + "microsoft> . BIND (CONCAT(REPLACE(STR(?agency), '^.*/', ''), ' ', ?name) AS ?both)",
                bySparql);

        assertThat(bySql)
                .containsEntry("ice DELL FEDERAL SYSTEMS L.P", new BigDecimal("92761476.94"))
                .containsEntry("cbp DELL FEDERAL SYSTEMS L.P", new BigDecimal("129955713.36"))
                .hasSize(4);
        assertThat(bySparql).isEqualTo(bySql);
    }

    /** A firm is spelt with and without commas and points. */
    private static String words(String name) {
        String spaced = "REPLACE(REPLACE(UPPER(" + name + "), ',', ' '), '.', ' ')";
        return "TRIM(REPLACE(REPLACE(" + spaced + ", '  ', ' '), '  ', ' '))";
    }

    private static void add(List<String> lines, Map<String, BigDecimal> sums) {
        for (String line : lines) {
            int at = line.lastIndexOf('|');
            sums.put(line.substring(0, at), BigDecimal.valueOf(Long.parseLong(line.substring(at + 1)), 2));
        }
    }

    private List<String> sql(String query) throws IOException, InterruptedException {
        List<String> script = new ArrayList<>();
        for (Path file : files) {
            String skipped = script.isEmpty() ? "" : " --skip 1";
            script.add(".import --csv" + skipped + " '" + file + "' actions");
        }
        script.add(query + ";");
        Path input = Files.write(folder.resolve("script.sql"), script);
        Path output = folder.resolve("answer");
        Process sqlite = new ProcessBuilder("sqlite3", ":memory:")
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(sqlite.waitFor()).as(Files.readString(output)).isZero();
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }

    private Map<String, BigDecimal> sumsBySparql(List<String> firms) throws IOException {
        Graph graph = imported();
        Map<String, BigDecimal> sums = new TreeMap<>();
        String action = "?action dossier:obligatedAmount ?amount ; dossier:isActionOf ?contract ";
        select(graph, "?agency", action + ". ?contract dossier:hasBuyer ?agency", sums);
        select(graph, "?year", action + "; dossier:date ?date . BIND (SUBSTR(STR(?date), 1, 4) AS ?year)", sums);
        select(
                graph,
                "?both",
                action + "; dossier:date ?date . ?contract dossier:hasBuyer ?agency . "
                        + "BIND (CONCAT(REPLACE(STR(?agency), '^.*/', ''), ' ', SUBSTR(STR(?date), 1, 4)) AS ?both)",
                sums);
        String names = firms.stream()
                .map(firm -> "\"" + firm.replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(" "));
        select(
                graph,
                "?name",
                "VALUES ?name { " + names + " } ?firm skos:altLabel ?name . ?contract dossier:isAwardedTo ?firm . "
                        + action,
                sums);
        return sums;
    }

    private static void select(Graph graph, String by, String where, Map<String, BigDecimal> sums) {
        String query = PREFIXES + "SELECT " + by + " (SUM(?amount) AS ?sum) WHERE { " + where + " } GROUP BY " + by;
        try (QueryExec exec = QueryExec.graph(graph).query(query).build()) {
            exec.select().forEachRemaining(row -> sums.put(key(row, by), sum(row)));
        }
    }

    private static String key(Binding row, String by) {
        Node key = row.get(Var.alloc(by.substring(1)));
        return key.isURI() ? Names.localName(key) : key.getLiteralLexicalForm();
    }

    private static BigDecimal sum(Binding row) {
        return new BigDecimal(row.get(Var.alloc("sum")).getLiteralLexicalForm()).setScale(2);
    }

    private Graph imported() throws IOException {
        Problems problems = new Problems();
        ImportFolder imports = ImportFolder.read(
                        Path.of("."),
                        "usaspending-actions",
                        BASE,
                        Ontology.of(Path.of("."), problems).vocabulary(),
                        problems)
                .orElseThrow();
        Graph graph = GraphMemFactory.createGraphMem2();
        Map<String, Balance> balances = new LinkedHashMap<>();
        for (Path file : files) {
            new Conversion(imports, new TableFile(file, null), ImportSettings.usual(), folder, reject -> {}, problems)
                    .make(triple -> {
                        if (NEEDED.contains(Names.localName(triple.getPredicate()))) {
                            graph.add(triple);
                        }
                    })
                    .ifPresent(balance -> balances.put(balance.file(), balance));
        }
        assertThat(balances.values().stream().mapToLong(Balance::read).sum()).isEqualTo(50_207);
        return graph;
    }
}
