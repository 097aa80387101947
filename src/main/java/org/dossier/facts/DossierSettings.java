package org.dossier.facts;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.jspecify.annotations.Nullable;

/**
 * What {@code dossier.yaml} says of a dossier as a whole.
 *
 * @param base IRI that ids are put behind; ends in {@code /} or {@code #}
 * @param licence web address of the terms under which the facts may be used
 * @param language code of the language that labels and texts are written in, such as {@code en}
 * @param serve settings of the server, in the order of the file
 */
public record DossierSettings(
        String title,
        String base,
        @Nullable String licence,
        @Nullable String publisher,
        @Nullable String description,
        String language,
        List<Choice> serve) {

    /**
     * What is chosen under {@code serve}; the server knows whether there is such a setting.
     *
     * @param place of the name
     * @param valuePlace of the value
     */
    public record Choice(String name, String value, Place place, Place valuePlace) {}

    public DossierSettings {
        serve = List.copyOf(serve);
    }

    /** Name of the file that makes a folder a dossier. */
    public static final String FILE = "dossier.yaml";

    /** Base of the shipped dossier, and of those that set none. */
    public static final String DEFAULT_BASE = "https://w3id.org/dossier/id/";

    private static final String DEFAULT_LANGUAGE = "en";

    private static final String SERVE = "serve";

    private static final List<String> KEYS =
            List.of("title", "base", "licence", "publisher", "description", "language", SERVE);

    /**
     * Reads the settings of a dossier; what is wrong in them is reported, and its default answered.
     *
     * @throws SurroundingsException when the file cannot be read
     */
    public static DossierSettings read(Path dossier, Problems problems) {
        YamlFile file = YamlFile.read(FileText.read(dossier, FILE, problems), problems);
        return new SettingsFile(problems).read(file);
    }

    /** The settings as they come to be. */
    private static final class SettingsFile {
        private final Problems problems;
        private final Map<String, Yaml.Text> seen = new HashMap<>();
        private final Map<String, Choice> serve = new LinkedHashMap<>();

        SettingsFile(Problems problems) {
            this.problems = problems;
        }

        DossierSettings read(YamlFile file) {
            if (file.root() instanceof Yaml.Keys root) {
                root.entries().forEach(this::entry);
            } else if (file.root() != null) {
                problems.error(file.root().place(), "not-keys", FILE + " consists of keys", "begin with 'title:'");
            }
            boolean isReadable = file.root() == null || file.root() instanceof Yaml.Keys;
            if (isReadable && !seen.containsKey("title") && file.lost().isEmpty()) {
                problems.error(new Place(FILE, 1, 1), "incomplete", "a dossier needs 'title'", "add 'title:'");
            }
            return new DossierSettings(
                    words("title").orElse("dossier"),
                    value("base").filter(this::isBase).orElse(DEFAULT_BASE),
                    value("licence").filter(this::isAddress).orElse(null),
                    words("publisher").orElse(null),
                    words("description").orElse(null),
                    value("language").filter(this::isLanguage).orElse(DEFAULT_LANGUAGE),
                    List.copyOf(serve.values()));
        }

        private void entry(Yaml.Entry entry) {
            String key = entry.key().value();
            Place place = entry.key().place();
            if (!KEYS.contains(key)) {
                String remedy = DidYouMean.remedy(KEYS, key, "settings are " + String.join(", ", KEYS));
                problems.error(place, "unknown-key", "'" + key + "' is no setting of a dossier", remedy);
                DidYouMean.among(KEYS, key).ifPresent(near -> seen.putIfAbsent(near, blank(place)));
                return;
            }
            if (key.equals(SERVE) && entry.value() instanceof Yaml.Keys chosen && !seen.containsKey(SERVE)) {
                seen.put(SERVE, entry.key());
                chosen.entries().forEach(this::choice);
                return;
            }
            Yaml.Text value = entry.value() instanceof Yaml.Text text
                    ? text
                    : blank(entry.value().place());
            if (seen.putIfAbsent(key, value) != null) {
                problems.error(place, "duplicate-key", "'" + key + "' stands here twice", "delete one of the two");
            } else if (!(entry.value() instanceof Yaml.Text)) {
                String remedy = "put quotation marks around the value if it is one";
                problems.error(value.place(), "not-text", "a text is wanted here ('" + key + "')", remedy);
            } else if (value.isBlank()) {
                problems.error(value.place(), "no-value", "'" + key + "' has no value", "delete the line");
            }
        }

        private void choice(Yaml.Entry entry) {
            String name = entry.key().value();
            Place place = entry.key().place();
            if (!(entry.value() instanceof Yaml.Text value)) {
                problems.error(entry.value().place(), "not-text", "a text is wanted here ('" + name + "')", "");
            } else if (serve.putIfAbsent(name, new Choice(name, value.value().strip(), place, value.place())) != null) {
                problems.error(place, "duplicate-key", "'" + name + "' stands here twice", "delete one of the two");
            }
        }

        private static Yaml.Text blank(Place place) {
            return new Yaml.Text("", place, 0, 0, null);
        }

        private Optional<String> value(String key) {
            Optional<Yaml.Text> typed = Optional.ofNullable(seen.get(key)).filter(text -> !text.isBlank());
            return typed.map(text -> text.value().strip());
        }

        /** A value in which a number sign may be meant. */
        private Optional<String> words(String key) {
            Optional.ofNullable(seen.get(key))
                    .map(Yaml.Text::comment)
                    .ifPresent(comment -> problems.add(SyntaxExplainer.cutByComment(comment)));
            return value(key);
        }

        private boolean isBase(String typed) {
            try {
                URI uri = new URI(typed);
                if (isWeb(uri) && (typed.endsWith("/") || typed.endsWith("#")) && uri.getQuery() == null) {
                    return true;
                }
            } catch (URISyntaxException noBase) {
                // answered below
            }
            String remedy = "write a web address that ends in '/' or '#', such as https://example.org/id/";
            return refuse("base", "bad-base", "'" + typed + "' is no base for ids", remedy);
        }

        private static boolean isWeb(URI uri) {
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        }

        private boolean isAddress(String typed) {
            try {
                ValueReader.address(typed);
                return true;
            } catch (Mistake mistake) {
                return refuse("licence", mistake.code(), mistake.message(), mistake.remedy());
            }
        }

        private boolean isLanguage(String typed) {
            return typed.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
                    || refuse("language", "bad-language", "'" + typed + "' is no code of a language", "write en, es …");
        }

        private boolean refuse(String key, String code, String message, String remedy) {
            Yaml.Text typed = seen.getOrDefault(key, blank(Place.wholeFile(FILE)));
            problems.error(typed.place(), code, message, remedy);
            return false;
        }
    }
}
