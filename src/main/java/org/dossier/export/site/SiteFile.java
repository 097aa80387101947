package org.dossier.export.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dossier.pages.Address;

/**
 * A file of a static site.
 *
 * @param address of the page that it holds
 * @param name relative to the site's folder, with {@code /}
 */
record SiteFile(Address address, String name) {

    /** Parameters that choose a part of a page; each part is a file of its own. */
    private static final List<String> PARTS = List.of("show", "page");

    private static final Pattern HAS_TYPE = Pattern.compile(".*\\.[a-z0-9]{1,6}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");

    static SiteFile of(Address address) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        StringBuilder end = new StringBuilder();
        for (String part : PARTS) {
            address.parameter(part)
                    .filter(value -> PLAIN.matcher(value).matches())
                    .ifPresent(value -> {
                        parts.put(part, List.of(value));
                        end.append("--").append(part).append("-").append(value);
                    });
        }
        return new SiteFile(new Address(address.path(), parts), name(address.path(), end.toString()));
    }

    private static String name(String path, String end) {
        if (path.equals("/")) {
            return "index" + end + ".html";
        }
        String name = path.substring(1);
        return HAS_TYPE.matcher(name).matches() ? name : name + end + ".html";
    }

    /** The page that a link within the site leads to; nothing for links that lead elsewhere. */
    static Optional<SiteFile> linkedBy(String href) {
        if (!href.startsWith("/") || href.startsWith("//")) {
            return Optional.empty();
        }
        String[] parts = href.replaceFirst("#.*", "").split("\\?", 2);
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (parts.length > 1) {
            for (String pair : parts[1].split("&")) {
                String[] sides = pair.split("=", 2);
                parameters.put(decoded(sides[0]), List.of(sides.length > 1 ? decoded(sides[1]) : ""));
            }
        }
        return Optional.of(of(new Address(decoded(parts[0].replace("+", "%2B")), parameters)));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    /** What addresses of the site begin with, seen from this file. */
    String root() {
        long depth = name.chars().filter(letter -> letter == '/').count();
        return depth == 0 ? "./" : "../".repeat((int) depth);
    }

    /** What leads to it from another file. */
    String from(SiteFile other) {
        return other.root() + Address.of("/" + name).href().substring(1);
    }
}
