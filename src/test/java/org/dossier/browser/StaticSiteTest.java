package org.dossier.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dossier.cli.Main;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sites for any web host: each link leads to a file, and they open from a disk too. */
class StaticSiteTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws IOException {
        Dossiers.invented(folder.resolve("invented"));
        assertThat(export(folder.resolve("invented"), site("invented"))).isEqualTo(0);
        assertThat(export(Dossiers.shipped().folder(), site("shipped"))).isEqualTo(0);
    }

    private static int export(Path dossier, Path site) {
        return export(dossier, site, new StringWriter());
    }

    private static int export(Path dossier, Path site, StringWriter err) {
        return Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                "-C",
                dossier.toString(),
                "export",
                "--site",
                site.toString());
    }

    private static Path site(String dossier) {
        return folder.resolve(dossier + "-site");
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"invented", "shipped"})
    void everyLinkLeadsToAFileAndAPlaceInIt(String dossier) throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path page : files(site(dossier), ".html")) {
            Document document = Jsoup.parse(page, "UTF-8");
            for (Element element : document.select("[href], [src], [action]")) {
                String link = Stream.of("href", "src", "action")
                        .map(element::attr)
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse("");
                links++;
                if (!link.matches("https?:.*") && !leadsSomewhere(page, link)) {
                    broken.add(site(dossier).relativize(page) + " → " + link);
                }
            }
        }

        assertThat(links).isGreaterThan(500);
        assertThat(broken).isEmpty();
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        String path = URLDecoder.decode(link.replaceFirst("[?#].*", "").replace("+", "%2B"), UTF_8);
        Path target = path.isEmpty() ? page : page.resolveSibling(path);
        if (path.startsWith("/") || !Files.isRegularFile(target)) {
            return false;
        }
        int anchor = link.indexOf('#');
        return anchor < 0
                || Jsoup.parse(target, "UTF-8").getElementById(URLDecoder.decode(link.substring(anchor + 1), UTF_8))
                        != null;
    }

    @Test
    void isTheSameBytesEachTimeAndLeavesNothingOfBefore() throws IOException {
        Path site = site("invented");
        byte[] before = Files.readAllBytes(site.resolve("index.html"));
        Files.writeString(site.resolve("site-files.txt"), "left-over.html\n");
        Files.writeString(site.resolve("left-over.html"), "");

        int code = export(folder.resolve("invented"), site);

        assertThat(code).isEqualTo(0);
        assertThat(Files.readAllBytes(site.resolve("index.html"))).isEqualTo(before);
        assertThat(site.resolve("left-over.html")).doesNotExist();
    }

    @Test
    void refusesAFolderThatHoldsSomethingElse(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("thesis.txt"), "");
        StringWriter err = new StringWriter();

        int code = export(folder.resolve("invented"), other, err);

        assertThat(code).isEqualTo(3);
        assertThat(err.toString()).contains("holds something else than a site");
        assertThat(other.resolve("index.html")).doesNotExist();
    }

    @Test
    void opensFromADiskAndIsSearched() {
        Browser browser = Browser.shared();
        browser.open(site("shipped").resolve("index.html").toUri());
        browser.element("#find").sendKeys("micros\n");
        browser.await("hits", () -> !browser.elements("#hits a").isEmpty());

        assertThat(browser.text("#hits a")).isEqualTo("Microsoft");
        browser.element("#hits a").click();
        assertThat(browser.text("h1")).isEqualTo("Microsoft");
        assertThat(browser.element(".sketch").isDisplayed()).isTrue();
        assertThat(browser.complaints())
                .allMatch(complaint -> complaint.contains("origin 'null' has been blocked by CORS policy")
                        || complaint.contains("net::ERR_FAILED"));
    }

    @Test
    void isReadWithoutScript() {
        Browser browser = Browser.shared();
        browser.withoutScript(() -> {
            browser.open(site("shipped").resolve("search.html").toUri());
            browser.element("a[href='doc/ice.html']").click();
            browser.await("the page", () -> browser.driver().getCurrentUrl().endsWith("/doc/ice.html"));

            assertThat(browser.text("h1")).isEqualTo("U.S. Immigration and Customs Enforcement");
            assertThat(browser.text("main")).contains("according to");
        });
    }
}
