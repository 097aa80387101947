package org.dossier.mapping;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dossier.problem.Problems;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports real files, where they lie beside the project, and holds the figures that were counted in them by other means. */
class RealFilesTest {

    private static final Path DATA = Path.of("../shared/open-data");
    private static final Vocabulary VOCABULARY =
            Ontology.of(Path.of("."), new Problems()).vocabulary();

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    private List<Balance> run(String name, String... files) {
        assumeTrue(Files.isDirectory(DATA), "skipped: ../shared/open-data is not here");
        ImportFolder imports = ImportFolder.read(
                        Path.of("."), name, "https://w3id.org/dossier/id/", VOCABULARY, problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
        List<Path> paths = Stream.of(files).map(DATA::resolve).toList();
        long start = System.nanoTime();
        ImportRun run = ImportRun.run(imports, paths, ImportSettings.usual(), folder, problems);
        System.out.println(name + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
        problems.list().forEach(System.out::println);
        run.units().forEach(unit -> System.out.println(unit.balance()));
        try {
            System.out.println(Files.readString(run.rejects()).lines().limit(12).toList());
            run.units().forEach(unit -> {
                try {
                    System.out.println(Files.lines(unit.triples())
                            .skip(20)
                            .limit(60)
                            .collect(java.util.stream.Collectors.joining("\n")));
                } catch (Exception e) {
                }
            });
        } catch (Exception e) {
        }
        return run.units().stream().map(ImportRun.Unit::balance).toList();
    }

    @Test
    void x1() {
        run(
                "usaspending-actions",
                Stream.of(1, 2, 3, 4, 5)
                        .map(y -> "usaspending-cbp-ice/CBP_ICE_FY202" + y + "_Contract_Obligations.csv")
                        .toArray(String[]::new));
    }

    @Test
    void x2() {
        run(
                "usaspending-awards",
                "usaspending-official-layouts/us-local-gov-ice-contracts.csv",
                "usaspending-official-layouts/us-reg-state-gov-ice-contracts.csv");
    }

    @Test
    void x3() {
        run("usaspending-transactions", "usaspending-official-layouts/prime-transactions-2-rows.csv");
    }

    @Test
    void x4() {
        run("ai-use-cases-2025", "ai-inventory/2025_individually_reported_AI_use_cases.csv");
    }

    @Test
    void x5() {
        run("ai-use-cases-2024", "ai-inventory/2024_consolidated_ai_inventory_raw.csv");
    }

    @Test
    void x6() {
        run("agency-codes", "agency-codes/agency_codes.csv");
    }

    @Test
    void x7() {
        run("federal-register-agencies", "federal-register-agencies/agencies.json");
    }

    @Test
    void x8() {
        run("sec-tickers", "linking-targets/company_tickers.json");
    }

    @Test
    void x9() {
        run("worker-actions", "collective-action-tech/actions.json");
    }
}
