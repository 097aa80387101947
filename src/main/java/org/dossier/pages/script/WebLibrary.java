package org.dossier.pages.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A library of others, as its WebJar brings it. Its version and the script that it begins with are read from the jar, so that
 * another version needs no change here.
 *
 * @param jar name of the WebJar, such as {@code codemirror__view}
 * @param name what scripts import, such as {@code @codemirror/view}
 * @param entry the script that importing the bare name loads, within the library; there may be no such file where a
 *     library has only parts
 */
record WebLibrary(String jar, String version, String name, String entry) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A script in a folder, with no step upwards and nothing hidden. */
    private static final Pattern FILE =
            Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*\\.m?js");

    /** Those that our scripts import, and those that these import. */
    static final List<WebLibrary> ALL = Stream.of(
                    "codemirror__autocomplete",
                    "codemirror__commands",
                    "codemirror__language",
                    "codemirror__legacy-modes",
                    "codemirror__lint",
                    "codemirror__state",
                    "codemirror__view",
                    "crelt",
                    "cytoscape",
                    "lezer__common",
                    "lezer__highlight",
                    "lezer__lr",
                    "marijn__find-cluster-break",
                    "style-mod",
                    "w3c-keyname")
            .map(WebLibrary::of)
            .toList();

    private static WebLibrary of(String jar) {
        try {
            Properties maven = new Properties();
            try (InputStream in = opened("/META-INF/maven/org.webjars.npm/" + jar + "/pom.properties")) {
                maven.load(in);
            }
            String version = Objects.requireNonNull(maven.getProperty("version"), jar);
            try (InputStream in = opened(folder(jar, version) + "package.json")) {
                JsonNode description = JSON.readTree(in);
                return new WebLibrary(jar, version, description.path("name").asText(), entry(description));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the WebJar " + jar, unreadable);
        }
    }

    private static InputStream opened(String resource) {
        return Objects.requireNonNull(WebLibrary.class.getResourceAsStream(resource), resource);
    }

    private static String folder(String jar, String version) {
        return "/META-INF/resources/webjars/" + jar + "/" + version + "/";
    }

    private static String entry(JsonNode description) {
        return Stream.of(description.path("module"), description.path("exports").path("import"))
                .filter(JsonNode::isTextual)
                .map(node -> node.asText().replaceFirst("^\\./", ""))
                .findFirst()
                .orElse("src/index.js");
    }

    /** Where its files are served, the version in it. */
    String address() {
        return "npm/" + jar + "/" + version + "/";
    }

    /** One of its scripts; nothing when it has none of this name. */
    Optional<WebFile> file(String path) {
        return FILE.matcher(path).matches() ? WebFile.inside(folder(jar, version) + path) : Optional.empty();
    }
}
