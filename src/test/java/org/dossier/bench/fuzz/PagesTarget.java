package org.dossier.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dossier.cli.ShippedSites;
import org.dossier.link.Reconciliation;
import org.dossier.link.ReconciliationRefusal;
import org.dossier.pages.script.Scripts;
import org.dossier.release.Release;
import org.dossier.serve.Site;
import org.dossier.serve.Site.Page;
import org.dossier.serve.Site.Visit;

/**
 * What the server does with an address once it has been read from the wire: which site and which page, with which
 * parameters. An input is a line with a path and its query, and one with the formats that are wanted; below
 * {@code /reconcile} the rest is the JSON of a batch.
 */
final class PagesTarget implements Target {

    private static final String BATCH = "/reconcile\n";
    private static final String EXTENSION = "/reconcile/extend\n";
    private static final int REDIRECTS = 300;
    private static final int FAILURE = 500;
    private static final int MOST_VALUES = 200;

    private final List<? extends Site> sites;
    private final DatasetGraph data;
    private final Reconciliation reconciliation;

    PagesTarget(Path folder) {
        Release release = InventedRelease.in(folder);
        this.data = release.load();
        this.sites = ShippedSites.of(folder).of(release, data);
        this.reconciliation =
                new Reconciliation(data.getDefaultGraph(), release.manifest().base(), "Invented");
    }

    @Override
    public String take(byte[] input) {
        String text = new String(input, UTF_8);
        if (text.startsWith(BATCH)) {
            return reconcile(input, () -> reconciliation.query(text.substring(BATCH.length()), () -> {}));
        }
        return text.startsWith(EXTENSION)
                ? reconcile(input, () -> reconciliation.extend(text.substring(EXTENSION.length()), () -> {}))
                : visit(text);
    }

    private interface Question {
        String answer() throws ReconciliationRefusal;
    }

    private String reconcile(byte[] input, Question question) {
        data.begin(TxnType.READ);
        try {
            Promises.require(!question.answer().isBlank(), "an answer without words");
            return "reconciled";
        } catch (ReconciliationRefusal refusal) {
            String sentence = String.valueOf(refusal.getMessage());
            Promises.require(
                    !sentence.isBlank() && !Promises.isInWordsOfJava(sentence, input), "refused with: " + sentence);
            return "refused: " + sentence.replaceAll("[0-9]+|'.*'", "");
        } finally {
            data.end();
        }
    }

    private String visit(String text) {
        String[] lines = text.split("\n", 3);
        String[] address = lines[0].split("\\?", 2);
        String accept = lines.length > 1 ? lines[1] : "";
        Visit visit = new Visit(address[0], parameters(address), accept, "http://localhost");
        Optional<Page> page = sites.stream()
                .map(site -> site.page(visit))
                .flatMap(Optional::stream)
                .findFirst();
        page.ifPresent(PagesTarget::isSound);
        return page.map(found -> found.status() + " " + found.contentType()).orElse("nothing");
    }

    /** Names and values as Jetty hands them on: decoded already. */
    private static Map<String, List<String>> parameters(String[] address) {
        Map<String, List<String>> parameters = new TreeMap<>();
        if (address.length > 1) {
            for (String pair : address[1].split("&", MOST_VALUES)) {
                String[] both = pair.split("=", 2);
                parameters.computeIfAbsent(both[0], name -> new ArrayList<>()).add(both.length > 1 ? both[1] : "");
            }
        }
        return parameters;
    }

    private static void isSound(Page page) {
        Promises.require(page.status() < FAILURE, "status " + page.status());
        page.headers()
                .forEach((name, value) -> Promises.require(
                        value.chars().allMatch(sign -> sign >= ' ' && sign < 127), name + " cannot be sent: " + value));
        String location = page.headers().get("Location");
        Promises.require(page.status() < REDIRECTS || page.status() > 308 || location != null, "it leads nowhere");
        if (location != null) {
            URI target = URI.create(location);
            Promises.require(target.getAuthority() == null, "it leads to another host: " + location);
        }
        String body = UTF_8.decode(page.body().duplicate()).toString();
        Promises.require(!body.contains("<script>alert"), "it runs what it was asked for");
    }

    @Override
    public List<byte[]> seeds() {
        List<String> seeds = new ArrayList<>(List.of(
                BATCH + "{\"q0\":{\"query\":\"Orrin\",\"type\":\"Firm\",\"limit\":3,"
                        + "\"properties\":[{\"pid\":\"country\",\"v\":\"US\"},{\"pid\":\"lei\",\"v\":[{\"id\":\"x\"}]}]},"
                        + "\"q1\":{\"query\":\"halvick\",\"type_strict\":\"any\"}}",
                EXTENSION + "{\"ids\":[\"orrin\",\"halvick\"],\"properties\":[{\"id\":\"label\"},{\"id\":\"hasKind\","
                        + "\"settings\":{\"limit\":1}}]}"));
        for (String address : List.of(
                "/",
                "/id/halvick",
                "/doc/halvick",
                "/doc/halvick.ttl",
                "/doc/orrin.html?lang=en",
                "/doc/kind/news-article",
                "/doc/graph/facts-gazette.nt",
                "/kind/news-article",
                "/graph/facts-gazette",
                "/ns",
                "/vocabulary.ttl",
                "/release.jsonld",
                "/data/facts-gazette.nt",
                "/sitemap.xml",
                "/sitemap-1.xml",
                "/robots.txt",
                "/context.jsonld",
                "/.well-known/void",
                "/sources",
                "/changes",
                "/search?words=orrin&class=Firm&page=2",
                "/search.json?class=Agency&words=h",
                "/q/whom?agency=halvick&role=hasBuyer&standing=reported&since=2025-01&most=3&word=a&page=1&sort=name",
                "/q/whom?word=<script>alert(1)</script>&sort=-agency",
                "/q/whom.csv?agency=halvick",
                "/q/whom.json?most=2",
                "/q/whom.md",
                "/open-questions",
                "/names?text=or",
                Scripts.ofTheProgram().address("editor.js"))) {
            seeds.add(address + "\ntext/html");
            seeds.add(address + "\ntext/turtle;q=0.9, application/ld+json;q=0.5, */*;q=0.1");
        }
        return seeds.stream().map(Targets::bytes).toList();
    }
}
