package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.dossier.build.Build;
import org.dossier.build.Options;
import org.dossier.build.Stages;
import org.dossier.serve.DossierServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of invented awards, whose holders files list under names of their own. */
class MoneyPagesTest {

    private static final Path INVENTED = Path.of("src/test/resources/dossiers/money");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private static DossierServer server;

    @BeforeAll
    static void start() throws IOException {
        copy(INVENTED, folder);
        copy(Path.of("queries"), folder.resolve("queries"));
        copy(Path.of("imports/tables"), folder.resolve("imports/tables"));
        try (Stream<Path> imports = Files.list(INVENTED.resolve("imports"))) {
            for (Path each : imports.filter(Files::isDirectory).toList()) {
                Path name = each.getFileName();
                copy(Path.of("imports").resolve(name), folder.resolve("imports").resolve(name));
            }
        }
        server = ServedDossier.start(
                folder,
                Build.run(folder, Options.USUAL, CLOCK, "test", Stages.silent())
                        .release()
                        .orElseThrow());
    }

    /** Mappings with what they look up, but none of the files that the shipped dossier imports. */
    private static void copy(Path from, Path to) throws IOException {
        boolean isShipped = from.startsWith("imports");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = from.relativize(file);
                if (!isShipped || !relative.startsWith("files")) {
                    Path copy = to.resolve(relative.toString());
                    Files.createDirectories(copy.resolveSibling("."));
                    Files.copy(file, copy);
                }
            }
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(server.address().resolve(path))
                    .header("Accept", "text/html")
                    .build();
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return response.body();
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Document page(String path) {
        return Jsoup.parse(get(path));
    }

    @Test
    void tellsSumsInDollarsAndYearsWithoutCommas() {
        Document page = page("/q/contracts-by-year");

        assertThat(page.select("tbody tr").eachText())
                .containsExactly(
                        "Gate bureau 2024 actions 1 $5,000",
                        "Gate bureau 2025 actions 2 $800",
                        "Quay bureau 2023 stated totals 1 $4,000",
                        "Quay bureau 2024 actions 2 $127,000.50",
                        "Quay bureau 2025 actions 3 $65,500.25");
    }

    @Test
    void drawsTheBarsOfEachAgencyUnderItsName() {
        Document page = page("/q/contracts-by-year");

        assertThat(page.select(".chart text").eachText())
                .containsExactly(
                        "Gate bureau",
                        "2024, actions",
                        "$5,000",
                        "2025, actions",
                        "$800",
                        "Quay bureau",
                        "2023, stated totals",
                        "$4,000",
                        "2024, actions",
                        "$127,001",
                        "2025, actions",
                        "$65,500");
    }

    @Test
    void listsNobodyUnderTwoNamesOnTheHomePage() {
        List<String> firms =
                page("/").select("section.group:has(h3:contains(Firms)) li").eachText();

        assertThat(firms).contains("Northwind").doesNotContain("NORTHWIND CLOUD, INC.", "NORTHWIND FEDERAL LLC");
    }

    @Test
    void tellsTheContractsOfAFirmThatFilesListUnderOtherNames() {
        Document page = page("/doc/northwind");

        assertThat(page.select("dl.lines").text())
                .contains("Listed in files as NORTHWIND CLOUD, INC. NORTHWIND FEDERAL LLC")
                .contains("The same elsewhere Wikidata Q0");
        assertThat(page.select("#contracts ~ .scroll tbody").text()).contains("NORTHWIND FEDERAL LLC", "Quay bureau");
    }

    @Test
    void leadsFromANameInAFileToTheFirm() {
        Document page = page("/doc/firm_name_northwind-cloud-inc");

        assertThat(page.select("main .note").first().text())
                .isEqualTo("A file lists it under this name; it is held to be Northwind, where all is told together.");
        assertThat(page("/search?words=northwind+cloud")
                        .select(".hits li")
                        .first()
                        .text())
                .isEqualTo("NORTHWIND CLOUD, INC. firm as a file lists it; held to be Northwind");
    }
}
