package org.dossier.export.site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dossier.pages.script.Scripts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** One page on its way into a file. */
final class SitePage {

    private static final List<String> LINKS = List.of("href", "src", "action", "data-middle");
    private static final String SPARQL = "/sparql";

    /** As a server says it in a header, but for who may show the page in a frame, which only a header can say. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self' %s; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'";

    private final SiteFile file;
    private final Document document;
    private final Set<SiteFile> linked = new LinkedHashSet<>();
    private final List<String> dead = new ArrayList<>();

    SitePage(SiteFile file, String html) {
        this.file = file;
        this.document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
    }

    Document document() {
        return document;
    }

    /** The files that it links to. */
    Set<SiteFile> linked() {
        return linked;
    }

    /** Links that lead nowhere, from which only their words are left. */
    List<String> dead() {
        return dead;
    }

    /** Takes out what only a server can do. */
    void withoutServer() {
        for (Element link : document.select("nav a[href=" + SPARQL + "]")) {
            link.attr("href", "/data/dossier.ttl").text("Data");
        }
        for (Element link : document.select("a[href^=" + SPARQL + "]")) {
            Optional.ofNullable(link.closest("li")).orElse(link).remove();
        }
        document.select("th a[href*=sort=]").forEach(Element::unwrap);
        for (Element form : document.select("form.ask")) {
            Element note = new Element("p").addClass("hint");
            note.text(
                    "This copy of the site has the answer to the question as it stands; a server also answers it about others.");
            form.replaceWith(note);
        }
        document.select("#answer a[href=''], button[data-do=expand]").remove();
    }

    /** @param isThere whether the site has such a page */
    void link(Predicate<SiteFile> isThere) {
        for (String attribute : LINKS) {
            for (Element element : document.select("[" + attribute + "]")) {
                String href = element.attr(attribute);
                SiteFile.linkedBy(href).ifPresent(target -> relate(element, attribute, href, target, isThere));
            }
        }
        policy();
    }

    private void relate(Element element, String attribute, String href, SiteFile target, Predicate<SiteFile> isThere) {
        if (isThere.test(target)) {
            linked.add(target);
            int anchor = href.indexOf('#');
            element.attr(attribute, target.from(file) + (anchor < 0 ? "" : href.substring(anchor)));
        } else if (element.normalName().equals("link")) {
            element.remove();
        } else {
            dead.add(file.name() + " → " + href);
            element.unwrap();
        }
    }

    /** The map of scripts has to be seen from here too, and the policy has to know it. */
    private void policy() {
        String map = Scripts.ofTheProgram().importMap(file.root());
        document.select("script[type=importmap]").forEach(script -> {
            script.empty();
            script.appendChild(new DataNode(map));
        });
        document.head()
                .prependElement("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr("content", POLICY.formatted(Scripts.policyHash(map)));
    }

    /** Its name, kind and further names for whoever searches; nothing for pages that nobody searches for. */
    Optional<SiteName> name() {
        Element title = document.selectFirst("h1");
        boolean isFound = file.name().matches("(doc|q)/(?!evidence-|graph/)[^.]*\\.html")
                && !file.name().contains("--");
        if (title == null || !isFound) {
            return Optional.empty();
        }
        String kind = document.select(".kicker").text();
        return Optional.of(new SiteName(
                title.text(),
                file.name(),
                kind,
                String.join(" ", document.select(".also .name").eachText())));
    }

    /** Puts the search of the whole site into the page, and all names for those who run no script. */
    void search(List<SiteName> names, List<SiteFile> scripts) {
        document.select("label[for=find-here]").forEach(label -> label.text("Names and other names"));
        Element main = Objects.requireNonNull(document.selectFirst("main .wide"));
        main.appendElement("p").id("hits-count").addClass("quiet").attr("role", "status");
        main.appendElement("ol").id("hits").addClass("hits");
        main.appendElement("h2").text("All names");
        Element list = main.appendElement("ul").addClass("plain");
        for (SiteName name : names) {
            Element item = list.appendElement("li");
            item.appendElement("a").attr("href", name.href()).text(name.name());
            item.appendChild(new TextNode(" " + name.kind()));
        }
        for (SiteFile script : scripts) {
            document.body().appendElement("script").attr("src", script.from(file));
        }
    }

    String html() {
        return document.outerHtml() + "\n";
    }
}
