package org.dossier.serve;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dossier.pages.Address;
import org.dossier.pages.Pages;

/** What search engines read first: where they need not look, and all addresses that there are. */
public final class CrawlerSite implements Site {

    private static final int OK = 200;
    private static final String WHOLE = "/sitemap.xml";
    private static final Pattern PART = Pattern.compile("/sitemap-([1-9][0-9]{0,3})[.]xml");

    /** As many addresses as one list may have. */
    private static final int MOST = 40_000;

    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <%1$s xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            %2$s</%1$s>
            """;

    private final Pages pages;

    public CrawlerSite(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Optional<Page> page(Visit visit) {
        return switch (visit.path()) {
            case "/robots.txt" -> Optional.of(robots(visit));
            case WHOLE -> Optional.of(whole(visit));
            default -> part(visit);
        };
    }

    private static Page robots(Visit visit) {
        return Page.text(
                OK,
                "text/plain",
                "User-agent: *\nDisallow: /sparql\nDisallow: /search\nSitemap: " + visit.origin() + WHOLE + "\n");
    }

    /** One list, or a list of lists where there are more addresses than one may hold. */
    private Page whole(Visit visit) {
        List<Address> all = pages.addresses();
        return all.size() <= MOST ? addresses(visit, all) : parts(visit, parts(all));
    }

    private Optional<Page> part(Visit visit) {
        Matcher part = PART.matcher(visit.path());
        if (!part.matches()) {
            return Optional.empty();
        }
        List<Address> all = pages.addresses();
        int number = Integer.parseInt(part.group(1));
        return number > parts(all)
                ? Optional.empty()
                : Optional.of(addresses(visit, all.subList((number - 1) * MOST, Math.min(all.size(), number * MOST))));
    }

    private static int parts(List<Address> all) {
        return (all.size() + MOST - 1) / MOST;
    }

    private static Page addresses(Visit visit, List<Address> addresses) {
        return list(
                "urlset",
                addresses.stream()
                        .map(address -> "<url><loc>" + visit.origin() + address.href() + "</loc></url>\n")
                        .collect(Collectors.joining()));
    }

    private static Page parts(Visit visit, int parts) {
        return list(
                "sitemapindex",
                IntStream.rangeClosed(1, parts)
                        .mapToObj(part ->
                                "<sitemap><loc>" + visit.origin() + "/sitemap-" + part + ".xml</loc></sitemap>\n")
                        .collect(Collectors.joining()));
    }

    private static Page list(String element, String entries) {
        return Page.text(OK, "application/xml", XML.formatted(element, entries));
    }
}
