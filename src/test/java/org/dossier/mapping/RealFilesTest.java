package org.dossier.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.dossier.problem.Problems;
import org.dossier.table.TableFile;
import org.dossier.triples.Names;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports real files, where they lie beside the project, and holds figures that were counted in them by other means. */
@Tag("slow")
class RealFilesTest {

    private static final Path DATA = Path.of("../shared/open-data");
    private static final String BASE = "https://w3id.org/dossier/id/";
    private static final Vocabulary VOCABULARY =
            Ontology.of(Path.of("."), new Problems()).vocabulary();

    @TempDir
    Path folder;

    private final Problems problems = new Problems();
    private final List<Triple> triples = new ArrayList<>();
    private Set<String> kept = Set.of();

    @BeforeEach
    void requireTheFiles() {
        assumeTrue(Files.isDirectory(DATA), "skipped: ../shared/open-data is not here");
    }

    @Test
    void contractActionsAddUpToTheCent() throws Exception {
        List<String> files = IntStream.rangeClosed(2021, 2025)
                .mapToObj(year -> "usaspending-cbp-ice/CBP_ICE_FY" + year + "_Contract_Obligations.csv")
                .toList();

        kept = Set.of("hasBuyer", "isActionOf", "obligatedAmount");
        List<Balance> balances = balances("usaspending-actions", files.toArray(String[]::new));

        assertThat(balances.stream().mapToLong(Balance::read).sum()).isEqualTo(50_207);
        assertThat(balances.stream().mapToLong(Balance::mapped).sum()).isEqualTo(50_152);
        assertThat(balances.stream().mapToLong(Balance::duplicates).sum()).isEqualTo(55);
        assertThat(balances.stream()
                        .mapToLong(balance ->
                                balance.signs().get("obligatedAmount").negative())
                        .sum())
                .isEqualTo(4_895);
        assertThat(problems.list()).isEmpty();
        assertThat(obligationsByBuyer()).isEqualTo(countedByHand(files));
        assertThat(actionsOfIceInTheKeysOfAnotherOffice()).isEqualTo(7);
    }

    /** The column decides whose an action is, not the key. */
    private long actionsOfIceInTheKeysOfAnotherOffice() {
        Map<Node, Node> buyers = objects("hasBuyer");
        return objects("isActionOf").values().stream()
                .filter(contract -> contract.getURI().contains("_7001_"))
                .filter(contract -> buyers.get(contract).getURI().equals(BASE + "ice"))
                .count();
    }

    /** Sum of the amounts of all actions by the buyer of their contract. */
    private Map<String, BigDecimal> obligationsByBuyer() {
        Map<Node, Node> buyers = objects("hasBuyer");
        Map<Node, Node> contracts = objects("isActionOf");
        Map<String, BigDecimal> sums = new TreeMap<>();
        objects("obligatedAmount").forEach((action, amount) -> {
            Node buyer = buyers.get(contracts.get(action));
            sums.merge(
                    buyer.getURI().substring(BASE.length()),
                    new BigDecimal(amount.getLiteralLexicalForm()),
                    (one, other) -> one.add(other));
        });
        sums.replaceAll((buyer, sum) -> sum.setScale(2));
        return sums;
    }

    private Map<Node, Node> objects(String property) {
        Map<Node, Node> objects = new HashMap<>();
        for (Triple triple : triples) {
            if (triple.getPredicate().equals(Names.term(property))) {
                objects.put(triple.getSubject(), triple.getObject());
            }
        }
        return objects;
    }

    private static Map<String, BigDecimal> countedByHand(List<String> files) throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Set<List<String>> seen = new HashSet<>();
        for (String file : files) {
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(DATA.resolve(file))) {
                for (NamedCsvRecord row : rows) {
                    if (seen.add(row.getFields())) {
                        BigDecimal amount = new BigDecimal(row.getField("Federal Action Obligation"));
                        sums.merge(
                                row.getField("Agency").toLowerCase(java.util.Locale.ROOT),
                                amount,
                                (one, other) -> one.add(other));
                    }
                }
            }
        }
        sums.replaceAll((buyer, sum) -> sum.setScale(2));
        return sums;
    }

    @Test
    void theInventoryOf2025HasItsKnownFigures() throws Exception {
        Balance balance = balances("ai-use-cases-2025", "ai-inventory/2025_individually_reported_AI_use_cases.csv")
                .get(0);
        Map<Node, Node> operators = objects("isOperatedBy");
        Graph graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        Node dhs = org.apache.jena.graph.NodeFactory.createURI(BASE + "dhs");
        Node belongsTo = org.apache.jena.graph.NodeFactory.createURI("http://www.w3.org/ns/org#subOrganizationOf");

        assertThat(balance.things()).containsEntry("UseCase", 3_611L);
        assertThat(objects("isHighImpact").values())
                .filteredOn(flag -> flag.getLiteralLexicalForm().equals("true"))
                .hasSize(445);
        assertThat(operators.values())
                .filteredOn(operator -> operator.equals(dhs) || graph.contains(operator, belongsTo, dhs))
                .hasSize(238);
        assertThat(balance.cells()).isZero();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void theInventoryOf2024NamesContracts() throws Exception {
        Balance balance = balances("ai-use-cases-2024", "ai-inventory/2024_consolidated_ai_inventory_raw.csv")
                .get(0);

        assertThat(balance.things()).containsEntry("UseCase", 1_757L).containsEntry("Contract", 218L);
        assertThat(balance.rejectsByCode()).containsEntry("excel-year", 31L);
        assertThat(objects("startDate").values())
                .isNotEmpty()
                .allMatch(date -> date.getLiteralLexicalForm().compareTo("1990") > 0);
        assertThat(triples)
                .noneMatch(triple -> triple.getObject().isLiteral()
                        && triple.getObject().getLiteralLexicalForm().contains("removed]"));
    }

    @Test
    void awardsKeepWhoAwardsAndWhoPays() throws Exception {
        List<Balance> balances = balances(
                "usaspending-awards",
                "usaspending-official-layouts/us-local-gov-ice-contracts.csv",
                "usaspending-official-layouts/us-reg-state-gov-ice-contracts.csv");

        assertThat(balances).extracting(Balance::mapped).containsExactly(720L, 331L);
        assertThat(objects("hasBuyer").values())
                .allMatch(buyer -> buyer.getURI().equals(BASE + "ice"));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void fundersAreKeptApartFromBuyers() throws Exception {
        balances("usaspending-awards", "usaspending-official-layouts/us-local-gov-ice-contracts.csv");

        assertThat(objects("isFundedBy")).hasSize(436);
    }

    @Test
    void theOfficialLayoutOfTransactionsIsAccountedForWhole() throws Exception {
        Balance balance = balances(
                        "usaspending-transactions", "usaspending-official-layouts/prime-transactions-2-rows.csv")
                .get(0);

        assertThat(balance.mapped()).isEqualTo(2);
        assertThat(balance.missingColumns()).isEmpty();
        assertThat(balance.emptyColumns()).isEmpty();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void agencyCodesAreThoseOfTheCuratedAgencies() throws Exception {
        Balance balance =
                balances("agency-codes", "agency-codes/agency_codes.csv").get(0);

        assertThat(balance.mapped() + balance.duplicates()).isEqualTo(1_531);
        assertThat(triples)
                .anyMatch(triple -> triple.getSubject().getURI().equals(BASE + "ice")
                        && triple.getPredicate().equals(Names.term("subtierCode"))
                        && triple.getObject().getLiteralLexicalForm().equals("7012"));
    }

    @Test
    void otherListsAreReadWhole() throws Exception {
        assertThat(balances("federal-register-agencies", "federal-register-agencies/agencies.json")
                        .get(0)
                        .mapped())
                .isEqualTo(457);
        assertThat(balances("sec-tickers", "linking-targets/company_tickers.json")
                        .get(0)
                        .things())
                .containsEntry("Firm", 7_919L);
        Balance actions = balances("worker-actions", "collective-action-tech/actions.json")
                .get(0);
        assertThat(actions.read()).isEqualTo(506);
        assertThat(actions.mapped()).isEqualTo(322);
        assertThat(actions.ignored()).isEqualTo(184);
        assertThat(problems.list()).isEmpty();
    }

    /** Keeps a triple; of large files only those with the properties named. */
    private void keep(Triple triple) {
        if (kept.isEmpty() || kept.contains(Names.localName(triple.getPredicate()))) {
            triples.add(triple);
        }
    }

    private List<Balance> balances(String name, String... files) throws IOException {
        ImportFolder imports = ImportFolder.read(Path.of("."), name, BASE, VOCABULARY, problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
        List<Balance> balances = new ArrayList<>();
        for (String file : files) {
            TableFile table = new TableFile(DATA.resolve(file), null);
            balances.add(new Conversion(imports, table, ImportSettings.usual(), folder, reject -> {}, problems)
                    .make(this::keep)
                    .orElseThrow(() -> new AssertionError(problems.list())));
        }
        return balances;
    }
}
