package org.dossier.facts;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;

/**
 * What {@code dossier.yaml} says about a dossier as a whole.
 *
 * @param title what it is called
 * @param description what it is about, in a sentence or two; may be empty
 * @param base IRI that its ids are put behind; ends with {@code /} or {@code #}
 * @param licence address of the licence of its facts; may be empty
 * @param publisher who answers for it; may be empty
 * @param language of its texts, as a BCP 47 tag
 */
public record DossierSettings(
        String title, String description, String base, String licence, String publisher, String language) {

    private static final String FILE = "dossier.yaml";
    private static final String DEFAULT_BASE = "https://w3id.org/dossier/id/";
    private static final List<String> KEYS =
            List.of("title", "description", "base", "licence", "publisher", "language");

    /** @throws org.dossier.problem.SurroundingsException when the file cannot be read */
    public static DossierSettings read(Path dossier, Problems problems) {
        YamlFile file = YamlFile.read(FileText.read(dossier, FILE, problems), problems);
        return new Reader(problems).read(file);
    }

    private record Reader(Problems problems) {

        DossierSettings read(YamlFile file) {
            Map<String, Yaml.Text> texts = file.root() instanceof Yaml.Keys keys ? texts(keys) : Map.of();
            if (!texts.containsKey("title") && file.lost().isEmpty()) {
                problems.error(
                        Place.wholeFile(FILE), "no-title", "the dossier has no title", "add a line such as 'title: …'");
            }
            return new DossierSettings(
                    text(texts, "title", "Untitled dossier"),
                    text(texts, "description", ""),
                    base(texts),
                    text(texts, "licence", ""),
                    text(texts, "publisher", ""),
                    text(texts, "language", "en"));
        }

        private Map<String, Yaml.Text> texts(Yaml.Keys keys) {
            Map<String, Yaml.Text> texts = new HashMap<>();
            for (Yaml.Entry entry : keys.entries()) {
                Yaml.Text key = entry.key();
                if (!KEYS.contains(key.value())) {
                    reportUnknown(key);
                } else if (!(entry.value() instanceof Yaml.Text value)) {
                    problems.error(entry.value().place(), "not-text", "'" + key.value() + "' is one text", "");
                } else if (texts.putIfAbsent(key.value(), value) != null) {
                    problems.error(
                            key.place(),
                            "duplicate-key",
                            "'" + key.value() + "' stands here twice",
                            "keep one of them");
                }
            }
            return texts;
        }

        private void reportUnknown(Yaml.Text key) {
            problems.error(
                    key.place(),
                    "unknown-key",
                    "'" + key.value() + "' is no setting of a dossier",
                    DidYouMean.remedy(KEYS, key.value(), "the settings are " + String.join(", ", KEYS)));
        }

        private static String text(Map<String, Yaml.Text> texts, String key, String otherwise) {
            return Optional.ofNullable(texts.get(key)).map(Yaml.Text::value).orElse(otherwise);
        }

        private String base(Map<String, Yaml.Text> texts) {
            Yaml.Text typed = texts.get("base");
            if (typed == null) {
                return DEFAULT_BASE;
            }
            if (isBase(typed.value())) {
                return typed.value();
            }
            problems.error(
                    typed.place(),
                    "bad-base",
                    "'" + typed.value() + "' cannot stand before ids",
                    "write a web address that ends with / or #, such as 'https://example.org/id/'");
            return DEFAULT_BASE;
        }

        private static boolean isBase(String typed) {
            try {
                URI uri = new URI(typed);
                boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
                return isWeb && uri.getHost() != null && (typed.endsWith("/") || typed.endsWith("#"));
            } catch (URISyntaxException malformed) {
                return false;
            }
        }
    }
}
