package org.dossier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
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
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.dossier.build.Build;
import org.dossier.build.Options;
import org.dossier.build.Stages;
import org.dossier.release.Release;
import org.dossier.serve.DossierServer;
import org.dossier.serve.ServerSettings;
import org.dossier.serve.Setting;
import org.dossier.triples.Sha256;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the pages and documents of an invented dossier as a browser and other clients do. */
class ServedPagesTest {

    private static final Path INVENTED = Path.of("src/test/resources/dossiers/invented");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private static final String BERTHS = """
            # How many berths does a harbour let, and to how many boats?
            # group: Harbour
            # chart: bar year,pier berths boats
            SELECT ?year ?pier ?berths ?boats
            WHERE {
              VALUES (?pier ?year ?berths ?boats) {
                ("North" "2024"^^xsd:gYear 1200 UNDEF) ("North" "2025"^^xsd:gYear 600 3) ("South" "2025"^^xsd:gYear UNDEF -2)
              }
            }
            """;

    private static DossierServer server;

    @BeforeAll
    static void start() throws IOException {
        copy(INVENTED, folder);
        copy(Path.of("queries"), folder.resolve("queries"));
        Files.writeString(folder.resolve("queries/berths.rq"), BERTHS);
        Files.writeString(
                folder.resolve("facts/redirects.tsv"),
                "old\tnew\treason\tdate\nwatch\tharbour-watch\tnamed in full\t2026-01-01\n"
                        + "ghost-firm\t\tnever existed\t2026-01-01\n");
        Release release = Build.run(folder, Options.USUAL, CLOCK, "test", Stages.silent())
                .release()
                .orElseThrow();
        server = DossierServer.start(release, ServerSettings.of(Map.of(Setting.PORT, "0")), new DossierSites(folder));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(file, copy);
            }
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Document page(String path) {
        HttpResponse<String> response = get(path, "Accept", "text/html");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(response.body());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/q/storage-over-time",
                "/q/concerns?sort=-records",
                "/doc/harbour-watch",
                "/doc/harbour-watch?show=Statement",
                "/doc/store-2021-11",
                "/doc/kestrel--supports-activity-of--night-checks",
                "/doc/gazette",
                "/doc/vault-contract",
                "/doc/kind/concern",
                "/doc/kind/privacy",
                "/doc/graph/facts-gazette",
                "/vocabulary",
                "/search?words=vault",
                "/search?class=Agency",
                "/sources",
                "/open-questions",
                "/changes",
                "/release"
            })
    void hasLandmarksHeadingsInOrderAndNoScriptButItsOwn(String path) {
        Document page = page(path);

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("main, header, footer, nav[aria-label]")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(page.select("main h1")).hasSize(1);
        assertThat(page.select("table:not(:has(caption))")).isEmpty();
        assertThat(
                        page.select(
                                "[style], style, script:not([type=application/ld+json], [type=importmap], [src^=/static/own/])"))
                .isEmpty();
        assertThat(jumps(page)).isEmpty();
        assertThat(page.select("input:not([type=hidden]), select").stream()
                        .filter(field ->
                                page.select("label[for=" + field.id() + "]").isEmpty()))
                .isEmpty();
    }

    /** Headings that skip a level. */
    private static List<String> jumps(Document page) {
        List<Element> headings = page.select("h1, h2, h3, h4");
        return IntStream.range(1, headings.size())
                .filter(i -> level(headings.get(i)) > level(headings.get(i - 1)) + 1)
                .mapToObj(i -> headings.get(i).text())
                .toList();
    }

    private static int level(Element heading) {
        return Integer.parseInt(heading.tagName().substring(1));
    }

    @Test
    void tellsAmountsInWordsAndMarksHowRowsStand() {
        Document page = page("/q/storage-over-time");

        assertThat(page.select("tbody tr").eachText())
                .containsExactly(
                        "Halvick Harbour Watch Orrin Vault 2021-03-03 about 8 TB reported",
                        "Halvick Harbour Watch Orrin Vault 2021-11 12 TB reported",
                        "Halvick Harbour Watch Orrin Vault 2022-05 18 TB reported");
        assertThat(page.select("tbody tr").first().select("a").first().attr("href"))
                .isEqualTo("/doc/harbour-watch");
        assertThat(page.select("tr.stands-reported")).hasSize(3);
    }

    @Test
    void drawsABarForEachAmountThatIsKnown() {
        Element drawing = page("/q/berths").selectFirst(".chart svg");

        assertThat(drawing.attr("aria-label"))
                .isEqualTo("Bars of berths and boats by year: 4 values, the largest 2024, North with 1,200 berths. "
                        + "The table tells all of them.");
        assertThat(drawing.select("text").eachText())
                .containsExactly(
                        "2024, North",
                        "1,200 berths",
                        "2025, North",
                        "600 berths",
                        "2025, North",
                        "3 boats",
                        "2025, South",
                        "−2 boats");
        assertThat(drawing.select("rect").eachAttr("width")).containsExactly("521", "261", "1", "0");
    }

    @Test
    void sortsByAColumnWithoutAScript() {
        Document page = page("/q/storage-over-time?sort=-amount");

        assertThat(page.select("td.number").eachText()).containsExactly("18 TB", "12 TB", "about 8 TB");
        assertThat(page.select("th[aria-sort=descending]").text()).isEqualTo("Amount");
    }

    @Test
    void saysWhatDoesNotFitInAForm() {
        HttpResponse<String> response = get("/q/storage-over-time?agency=Harbor+Watch");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(response.body()).select("[role=alert] li").text())
                .isEqualTo("no Agency 'Harbor Watch' is in the dossier; did you mean 'harbour-watch'?");
    }

    @Test
    void takesAnAnswerAway() {
        assertThat(get("/q/storage-over-time.csv?agency=harbour-watch").body())
                .startsWith("agency,technology,date,precision,amount,unit,standing\r\n"
                        + "Halvick Harbour Watch,Orrin Vault,2021-03-03,approximate,8,terabyte,reported\r\n");
        assertThat(header(get("/q/storage-over-time.md"), "Content-Type")).startsWith("text/markdown");
        assertThat(header(get("/q/storage-over-time.json"), "Content-Type"))
                .isEqualTo("application/sparql-results+json");
    }

    @Test
    void takesWhatATableRestsOnAwayAsTurtle() {
        Graph records = read("/q/storage-over-time.ttl?agency=harbour-watch", Lang.TURTLE);
        Graph measurement = read("/doc/store-2021-11.nt", Lang.NTRIPLES);

        assertThat(measurement.stream().filter(triple -> !records.contains(triple)))
                .isEmpty();
        assertThat(get("/q/storage-over-time").body()).contains("/q/storage-over-time.ttl\" type=\"text/turtle\"");
    }

    @Test
    void tellsRowsThemselvesWhereNoRecordsAreBehindThem() {
        Graph rows = read("/q/entities.ttl", Lang.TURTLE);
        long expected = get("/q/entities.csv").body().lines().count() - 1;

        assertThat(rows.stream().filter(triple -> triple.getPredicate().getURI().endsWith("result-set#solution")))
                .hasSize((int) expected);
    }

    @Test
    void sendsWhoReadsGzipLess() throws IOException, InterruptedException {
        String plain = get("/doc/orrin", "Accept", "text/html").body();
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/doc/orrin"))
                .header("Accept", "text/html")
                .header("Accept-Encoding", "br, gzip")
                .build();
        HttpResponse<byte[]> packed = CLIENT.send(request, BodyHandlers.ofByteArray());

        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "Vary")).isEqualTo("Accept, Accept-Encoding");
        assertThat(header(packed, "ETag")).endsWith("-gzip\"");
        assertThat(packed.body().length).isLessThan(plain.length() / 2);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body()))).hasContent(plain);
        assertThat(get("/doc/orrin", "Accept", "text/html", "If-None-Match", header(packed, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            gzip;q=0,         none
            'gzip; q=0, *',   none
            identity,         none
            'GZIP;q=0.5',     gzip
            *,                gzip
            """)
    void readsWhichEncodingsAClientReads(String accepted, String encoding) {
        HttpResponse<String> response = get("/doc/orrin.ttl", "Accept-Encoding", accepted);

        assertThat(header(response, "Content-Encoding")).isEqualTo(encoding);
        assertThat(header(response, "Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void sendsALoadUnitPackedJustAsItIs() throws IOException, InterruptedException {
        String name = "/data/facts-gazette.nt";
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve(name))
                .header("Accept-Encoding", "gzip")
                .build();
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> packed = CLIENT.send(request, BodyHandlers.ofByteArray());

            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())))
                    .hasContent(get(name).body());
        }
    }

    @Test
    void showsAFactWithItsWordsAndWhoeverSpeaksAgainstIt() {
        Element fact = page("/doc/ferry-police").select("#link-uses ~ ul .fact").first();

        assertThat(fact.text())
                .isEqualTo("Face scanner at gate two disputed why"
                        + " “a face scanner at gate two” “saw it at work”"
                        + " according to The Watch And The Vault, Cameras On The Quay"
                        + " ✓ words checked Against it “gate two has none” according to Town auditor, in"
                        + " The Watch And The Vault, Cameras On The Quay ✓ words checked");
    }

    @Test
    void asksInHeadingsWhatLinksOfOthersAnswer() {
        Document page = page("/doc/orrin-vault");

        assertThat(page.select("main h2").eachText()).contains("Who uses Orrin Vault? 1", "Who makes Orrin Vault? 1");
        assertThat(page.select("#from-makes ~ ul .what").eachText()).containsExactly("Orrin");
    }

    @Test
    void callsAFigureByWhatItMeasures() {
        assertThat(page("/doc/store-2021-11").select("h1").text())
                .isEqualTo("Stored data of Halvick Harbour Watch in Orrin Vault: 12 TB (2021-11)");
        assertThat(page("/doc/orrin-vault").select("#Measurement ~ ul .said").eachText())
                .contains("Stored data of Halvick Harbour Watch in Orrin Vault 12 TB 2021-11 reported why");
    }

    @Test
    void saysOnTheHomePageWhatSignsMean() {
        assertThat(page("/").select(".reading dl > div").eachText())
                .contains("reported one independent source says so 35 records");
    }

    @Test
    void narrowsASearchToOneClass() {
        Document all = page("/search?words=vault");
        Document firms = page("/search?words=orrin&class=Firm");

        assertThat(all.select(".narrow a").eachText()).contains("Technologies", "Contracts");
        assertThat(all.select(".narrow a").eachAttr("href")).contains("/search?words=vault&class=Technology");
        assertThat(firms.select(".hits .what").eachText()).containsExactly("Orrin firm");
        assertThat(firms.select("input[name=class][checked]").attr("value")).isEqualTo("Firm");
    }

    @Test
    void tellsOfARecordWhatItRestsOnAndWhoDeniesIt() {
        Document page = page("/doc/kestrel--supports-activity-of--night-checks");

        assertThat(page.select("h1").text()).isEqualTo("Kestrel supports activity of Night checks of boats");
        assertThat(page.select(".verdict .standing").text()).isEqualTo("disputed");
        assertThat(page.select(".voice").text())
                .isEqualTo("Kestrel denies this (2022-06-05): Its goods play no part in the checks.");
        assertThat(page.select(".typed").text()).startsWith("Typed at facts/gazette.yaml:");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            VAULT,       Orrin Vault
            the wat,     Halvick Harbour Watch
            fáce scánn,  Face scanner at gate two
            """)
    void findsNamesWhateverTheirAccentsAndCapitals(String words, String first) {
        String path = "/search?words=" + URLEncoder.encode(words, UTF_8);

        assertThat(page(path).select(".hits .what a").first().text()).isEqualTo(first);
    }

    @Test
    void putsAMisspeltWordRight() {
        assertThat(page("/search?words=kestral").select("[role=status]").text())
                .isEqualTo("Nothing has all of these words. Did you mean kestrel?");
    }

    @Test
    void completesNamesAsJson() {
        assertThat(get("/search.json?words=orr&class=Firm").body())
                .isEqualTo("{\"words\":\"orr\",\"hits\":[{\"id\":\"orrin\",\"name\":\"Orrin\",\"kind\":\"firm\","
                        + "\"href\":\"/doc/orrin\"}]}");
    }

    @Test
    void suggestsWhereNothingIs() {
        HttpResponse<String> response = get("/doc/kestrell");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(response.body()).select("main .plain a").eachText())
                .contains("Kestrel");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /id/orrin,                text/html,                            303, /doc/orrin
            /id/orrin,                text/turtle,                          303, /doc/orrin.ttl
            /id/orrin,                application/ld+json,                  303, /doc/orrin.jsonld
            /id/orrin,                application/n-triples,                303, /doc/orrin.nt
            /id/orrin,                image/png,                            406, none
            /id/orrin,                t =,                                  303, /doc/orrin
            /id/nobody,               text/html,                            404, none
            /id/watch,                text/turtle,                          301, /id/harbour-watch
            /id/ghost-firm,           text/html,                            410, none
            /doc/watch,               text/html,                            301, /doc/harbour-watch
            /doc/nobody.ttl,          */*,                                  404, none
            /kind/privacy,            text/turtle,                          303, /doc/kind/privacy.ttl
            /graph/facts-gazette,     text/html,                            303, /doc/graph/facts-gazette
            /ns,                      text/html,                            303, /vocabulary
            /ns,                      text/turtle,                          303, /vocabulary.ttl
            /.well-known/void,        text/turtle,                          303, /release.ttl
            """)
    void leadsFromAThingToWhatIsSaidOfIt(String path, String accept, int status, String location) {
        HttpResponse<String> response = get(path, "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "Location")).isEqualTo(location);
    }

    @Test
    void saysWhyAnIdWasWithdrawn() {
        assertThat(Jsoup.parse(get("/id/ghost-firm").body()).select("main").text())
                .contains("Reason: never existed, 2026-01-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/doc/orrin", "/doc/kind/privacy", "/doc/gazette", "/vocabulary", "/release"})
    void saysTheSameInEachFormOfRdf(String document) {
        Graph turtle = read(document + ".ttl", Lang.TURTLE);

        assertThat(turtle.size()).isGreaterThan(3);
        assertThat(read(document + ".nt", Lang.NTRIPLES).isIsomorphicWith(turtle))
                .isTrue();
        assertThat(read(document + ".jsonld", Lang.JSONLD11).isIsomorphicWith(turtle))
                .isTrue();
    }

    private static Graph read(String path, Lang lang) {
        return RDFParser.fromString(get(path).body(), lang).toGraph();
    }

    @Test
    void isTheSamePageForWhoeverHasIt() {
        HttpResponse<String> first = get("/doc/orrin", "Accept", "text/html");
        HttpResponse<String> again = get("/doc/orrin", "Accept", "text/html", "If-None-Match", header(first, "ETag"));

        assertThat(header(first, "Vary")).isEqualTo("Accept, Accept-Encoding");
        assertThat(header(first, "Link"))
                .startsWith(
                        "</doc/orrin.html>; rel=\"alternate\"; type=\"text/html\", </doc/orrin.ttl>; rel=\"alternate\"")
                .endsWith("</release>; rel=\"describedby\","
                        + " <https://creativecommons.org/publicdomain/zero/1.0/>; rel=\"license\","
                        + " <https://halvick.example/id/orrin>; rel=\"cite-as\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get("/doc/orrin.ttl", "If-None-Match", header(first, "ETag")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void describesTheReleaseWithFilesThatAreWhatTheirChecksumsSay() {
        String description = get("/release.nt").body();
        String name = "facts-gazette.nt";
        String file = get("/data/" + name).body();

        assertThat(description).contains(Sha256.of(file)).contains("<https://halvick.example/data/" + name + ">");
    }

    @Test
    void believesNobodyThatAProxyIsInFront() {
        assertThat(get("/robots.txt", "X-Forwarded-Proto", "https").body())
                .contains("Sitemap: " + server.address().resolve("/sitemap.xml"));
    }

    @Test
    void listsItsPagesForSearchEngines() {
        String sitemap = get("/sitemap.xml").body();
        String origin = server.address().toString().replaceFirst("/$", "");

        assertThat(sitemap).contains("<loc>" + origin + "/doc/orrin</loc>", "<loc>" + origin + "/q/concerns</loc>");
        assertThat(get("/robots.txt").body()).contains("Sitemap: " + origin + "/sitemap.xml");
    }
}
