package org.dossier.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a page is, within the site.
 *
 * @param path decoded, such as {@code /doc/ice}
 * @param parameters values of each name behind the question mark, in the order in which they are written
 */
public record Address(String path, Map<String, List<String>> parameters) {

    public Address {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The page itself, with nothing chosen on it. */
    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** The first value of a parameter; nothing when it is missing or blank. */
    public Optional<String> parameter(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The same with another value of one parameter; an empty value leaves it out. */
    public Address with(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, List.of(value));
        }
        return new Address(path, changed);
    }

    /** The same under another path. */
    public Address at(String otherPath) {
        return new Address(otherPath, parameters);
    }

    /** What a link says: encoded, and without parameters that are empty. */
    public String href() {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, values) -> values.stream()
                .filter(value -> !value.isBlank())
                .forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        return segments(path) + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
    }

    private static String segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            segments.add(encoded(segment).replace("+", "%20"));
        }
        return String.join("/", segments);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
