package org.dossier.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.dossier.facts.FileText;
import org.dossier.facts.Yaml;
import org.dossier.facts.YamlFile;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.table.Format;
import org.dossier.table.Layout;
import org.jspecify.annotations.Nullable;

/** Reads the description of a target. */
final class TargetReader {

    private static final String NAME = "name";
    private static final String LOAD_UNIT = "load unit";
    private static final String SERVICE = "reconciliation";
    private static final Map<String, Name.Role> NAMES = names();
    private static final List<String> KEYS = List.of(
            "title",
            "homepage",
            "licence",
            "kind",
            "prefix",
            "iri",
            "file",
            LOAD_UNIT,
            SERVICE,
            "type",
            "format",
            "encoding",
            "delimiter",
            "rows",
            "member",
            "select",
            "id",
            NAME,
            "other names",
            "former names",
            "short names",
            "identifiers",
            "country",
            "place",
            "parents",
            "only",
            "drop");
    private static final List<String> NEEDED = List.of("title", "prefix", "iri", "file", "id", NAME);
    private static final List<String> NEEDED_OF_SERVICES = List.of("title", "prefix", "iri", "file");
    private static final List<String> NEEDED_OF_OWN = List.of("title");
    private static final TargetIds UNKNOWN_YET = new TargetIds("id", "");
    private static final List<String> COLUMN_KEYS = List.of("column", "separator", "begins", "when");

    private final String target;
    private final Problems problems;
    private final Map<String, Yaml> values = new LinkedHashMap<>();
    private boolean isGood = true;

    private TargetReader(String target, Problems problems) {
        this.target = target;
        this.problems = problems;
    }

    private static Map<String, Name.Role> names() {
        Map<String, Name.Role> names = new LinkedHashMap<>();
        names.put(NAME, Name.Role.PREFERRED);
        names.put("other names", Name.Role.ALIAS);
        names.put("former names", Name.Role.FORMER);
        names.put("short names", Name.Role.SHORT);
        return names;
    }

    /** The description; nothing when something in it is wrong, which is then reported. */
    static Optional<Target> read(String name, FileText text, Problems problems) {
        TargetReader reader = new TargetReader(name, problems);
        if (YamlFile.read(text, problems).root() instanceof Yaml.Keys keys) {
            keys.entries().forEach(reader::take);
        }
        List<String> missing = reader.needed().stream()
                .filter(key -> !reader.values.containsKey(key))
                .toList();
        if (!missing.isEmpty()) {
            problems.error(
                    Place.wholeFile(text.path()),
                    "target-incomplete",
                    "the description of a target needs " + String.join(", ", missing),
                    "add a line for each");
            return Optional.empty();
        }
        reader.refuseTwoWays();
        Target target = reader.target();
        return reader.isGood ? Optional.of(target) : Optional.empty();
    }

    private List<String> needed() {
        if (values.containsKey(LOAD_UNIT)) {
            return NEEDED_OF_OWN;
        }
        return values.containsKey(SERVICE) ? NEEDED_OF_SERVICES : NEEDED;
    }

    private void refuseTwoWays() {
        if (values.containsKey(LOAD_UNIT) && values.containsKey(SERVICE)) {
            wrong(LOAD_UNIT, "a register is a load unit or a service, not both", "keep one of the two");
        }
    }

    private void take(Yaml.Entry entry) {
        String key = entry.key().value();
        if (!KEYS.contains(key)) {
            wrong(
                    entry.key(),
                    "unknown-key",
                    "'" + key + "' is no key of a target",
                    DidYouMean.remedy(KEYS, key, "the keys are " + String.join(", ", KEYS)));
        } else if (values.putIfAbsent(key, entry.value()) != null) {
            wrong(entry.key(), "duplicate-key", "'" + key + "' stands here twice", "keep one of them");
        }
    }

    private void wrong(Yaml value, String code, String message, String remedy) {
        isGood = false;
        if (!(value instanceof Yaml.Unreadable)) {
            problems.error(value.place(), code, message, remedy);
        }
    }

    private Target target() {
        return new Target(
                target,
                text("title").orElse(target),
                text("kind").orElse("Firm"),
                values.containsKey(LOAD_UNIT)
                        ? UNKNOWN_YET
                        : new TargetIds(text("prefix").orElse(""), text("iri").orElse("")),
                text("file").orElse(""),
                loadUnits(),
                service(),
                text("homepage").orElse(null),
                text("licence").orElse(null),
                layout(),
                text("select").orElse(null),
                column("id").orElse(TargetColumn.plain("id")),
                nameColumns(),
                identifiers(),
                column("country").orElse(null),
                column("place").orElse(null),
                column("parents").orElse(null),
                only(),
                dropped());
    }

    private Optional<String> text(String key) {
        Yaml value = values.get(key);
        return value == null ? Optional.empty() : text(value, key);
    }

    private Optional<String> text(Yaml value, String what) {
        if (value instanceof Yaml.Text text && !text.isBlank()) {
            return Optional.of(text.value());
        }
        wrong(value, "not-text", "a text is wanted here ('" + what + "')", "");
        return Optional.empty();
    }

    private List<String> loadUnits() {
        Yaml value = values.get(LOAD_UNIT);
        if (value instanceof Yaml.Items items) {
            return items.items().stream()
                    .flatMap(item -> text(item, LOAD_UNIT).stream())
                    .toList();
        }
        return text(LOAD_UNIT).stream().toList();
    }

    private Target.@Nullable Service service() {
        Optional<String> typed = text(SERVICE);
        Optional<URI> address = typed.flatMap(TargetReader::address);
        if (typed.isPresent() && address.isEmpty()) {
            wrong(SERVICE, "'" + typed.get() + "' is no address of a service", "write one that begins with https://");
        }
        return address.map(found -> new Target.Service(found, text("type").orElse(null)))
                .orElse(null);
    }

    private static Optional<URI> address(String typed) {
        try {
            URI address = new URI(typed);
            boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return isWeb && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private Layout layout() {
        return new Layout(
                format(),
                encoding(),
                text("delimiter").map(sign -> sign.charAt(0)).orElse(null),
                text("rows").orElse(null),
                text("member").orElse(null),
                Set.of(),
                Map.of());
    }

    private @Nullable Format format() {
        Optional<String> word = text("format");
        Optional<Format> format = word.flatMap(Format::called);
        if (word.isPresent() && format.isEmpty()) {
            wrong("format", "'" + word.get() + "' is no format", "write csv, tsv, json or jsonl");
        }
        return format.orElse(null);
    }

    private void wrong(String key, String message, String remedy) {
        Yaml value = values.get(key);
        if (value != null) {
            wrong(value, "target-value", message, remedy);
        }
    }

    private @Nullable Charset encoding() {
        Optional<String> name = text("encoding");
        try {
            return name.map(Charset::forName).orElse(null);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            wrong("encoding", "'" + name.orElse("") + "' is no encoding", "write utf-8 or windows-1252");
            return null;
        }
    }

    // ---- columns

    private Optional<TargetColumn> column(String key) {
        Yaml value = values.get(key);
        return value == null ? Optional.empty() : column(value);
    }

    /** The header alone, or keys that say more. */
    private Optional<TargetColumn> column(Yaml value) {
        if (value instanceof Yaml.Text header && !header.isBlank()) {
            return Optional.of(TargetColumn.plain(header.value()));
        }
        if (!(value instanceof Yaml.Keys keys)) {
            wrong(value, "target-value", "a column is wanted here", "write its header, or {column: …, separator: …}");
            return Optional.empty();
        }
        Map<String, Yaml> said = said(keys);
        Yaml header = said.get("column");
        if (header == null) {
            wrong(value, "target-value", "the column is not named", "add 'column:' and its header");
            return Optional.empty();
        }
        return text(header, "column")
                .map(name -> new TargetColumn(
                        name, optional(said, "separator"), optional(said, "begins"), condition(said.get("when"))));
    }

    private Map<String, Yaml> said(Yaml.Keys keys) {
        Map<String, Yaml> said = new LinkedHashMap<>();
        for (Yaml.Entry entry : keys.entries()) {
            String key = entry.key().value();
            if (COLUMN_KEYS.contains(key)) {
                said.putIfAbsent(key, entry.value());
            } else {
                wrong(
                        entry.key(),
                        "unknown-key",
                        "'" + key + "' is nothing that is said of a column",
                        DidYouMean.remedy(COLUMN_KEYS, key, "write " + String.join(", ", COLUMN_KEYS)));
            }
        }
        return said;
    }

    private @Nullable String optional(Map<String, Yaml> said, String key) {
        Yaml value = said.get(key);
        return value == null ? null : text(value, key).orElse(null);
    }

    private TargetColumn.@Nullable Condition condition(@Nullable Yaml value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Yaml.Keys keys
                && keys.entries().size() == 1
                && keys.entries().get(0).value() instanceof Yaml.Text wanted) {
            return new TargetColumn.Condition(keys.entries().get(0).key().value(), wanted.value());
        }
        wrong(value, "target-value", "a condition is one column and its value", "write {header: value}");
        return null;
    }

    private List<Target.NameColumn> nameColumns() {
        List<Target.NameColumn> columns = new ArrayList<>();
        NAMES.forEach((key, role) -> {
            Yaml value = values.get(key);
            if (value != null) {
                columns(value).forEach(column -> columns.add(new Target.NameColumn(column, role)));
            }
        });
        return columns;
    }

    private List<TargetColumn> columns(Yaml value) {
        if (value instanceof Yaml.Items items) {
            return items.items().stream().flatMap(item -> column(item).stream()).toList();
        }
        return column(value).stream().toList();
    }

    private Map<String, TargetColumn> identifiers() {
        Map<String, TargetColumn> identifiers = new LinkedHashMap<>();
        keys("identifiers", "{lei: LEI}")
                .forEach(entry -> column(entry.value())
                        .ifPresent(column -> identifiers.put(entry.key().value(), column)));
        return identifiers;
    }

    private Map<String, List<String>> only() {
        Map<String, List<String>> only = new LinkedHashMap<>();
        for (Yaml.Entry entry : keys("only", "{status: [active]}")) {
            List<Yaml> items = entry.value() instanceof Yaml.Items list ? list.items() : List.of(entry.value());
            only.put(
                    entry.key().value(),
                    items.stream()
                            .flatMap(item -> text(item, entry.key().value()).stream())
                            .toList());
        }
        return only;
    }

    private List<Yaml.Entry> keys(String key, String example) {
        return Yaml.entries(
                values.get(key),
                value -> wrong(value, "target-value", "'" + key + "' has keys of its own", "write it like " + example));
    }

    private @Nullable String dropped() {
        Optional<String> pattern = text("drop");
        try {
            pattern.ifPresent(Pattern::compile);
        } catch (PatternSyntaxException malformed) {
            wrong("drop", "'" + pattern.orElse("") + "' is no regular expression", malformed.getDescription());
            return null;
        }
        return pattern.orElse(null);
    }
}
