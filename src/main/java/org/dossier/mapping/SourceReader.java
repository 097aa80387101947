package org.dossier.mapping;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.claim.PartialDate;
import org.dossier.facts.FileText;
import org.dossier.facts.Yaml;
import org.dossier.facts.YamlFile;
import org.dossier.problem.DidYouMean;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.table.Format;
import org.dossier.table.Layout;
import org.dossier.vocabulary.Concept;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads {@code source.yaml}. */
final class SourceReader {

    private static final String OFFICIAL = "official-data";
    private static final String SOURCE_KINDS = "source-kind";
    private static final Set<String> ENCODINGS = Set.of("utf-8", "windows-1252", "iso-8859-1");
    private static final Pattern EXPECTED =
            Pattern.compile("(?:at least (\\d{1,18}))|(?:at most (\\d{1,18}))|(?:(\\d{1,18})(?: to (\\d{1,18}))?)");
    private static final List<String> KEYS = List.of(
            "title",
            "kind",
            "publisher",
            "homepage",
            "licence",
            "date",
            "format",
            "encoding",
            "delimiter",
            "rows",
            "member",
            "key",
            "required",
            "optional",
            "repetitions",
            "repeated",
            "renamed",
            "ignored",
            "mentions",
            "names",
            "expect");

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final String file;
    private final Map<String, Yaml> values = new LinkedHashMap<>();

    private SourceReader(String file, Vocabulary vocabulary, Problems problems) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /**
     * Reads a file; whatever is wrong with it is told, and left out.
     */
    static SourceDescription read(FileText text, Vocabulary vocabulary, Problems problems) {
        SourceReader reader = new SourceReader(text.path(), vocabulary, problems);
        if (YamlFile.read(text, problems).root() instanceof Yaml.Keys keys) {
            keys.entries().forEach(reader::take);
        }
        return reader.description();
    }

    private void take(Yaml.Entry entry) {
        Yaml.Text key = entry.key();
        if (!KEYS.contains(key.value())) {
            problems.error(
                    key.place(),
                    "unknown-key",
                    "'" + key.value() + "' is no key of source.yaml",
                    DidYouMean.remedy(KEYS, key.value(), "the keys are " + String.join(", ", KEYS)));
        } else if (values.putIfAbsent(key.value(), entry.value()) != null) {
            problems.error(key.place(), "duplicate-key", "'" + key.value() + "' stands here twice", "keep one of them");
        }
    }

    private SourceDescription description() {
        if (text("title") == null) {
            problems.error(
                    Place.wholeFile(file), "no-title", "the import has no title", "add a line such as 'title: …'");
        }
        return new SourceDescription(
                Optional.ofNullable(text("title")).orElse("Untitled"),
                kind(),
                text("publisher"),
                homepage(),
                text("licence"),
                date(),
                layout(),
                list("key"),
                list("required"),
                list("optional"),
                ignored(),
                text("repetitions"),
                list("mentions"),
                names(),
                expected());
    }

    private @Nullable String text(String key) {
        Yaml value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Yaml.Text text && !text.isBlank()) {
            return text.value();
        }
        report(value, "not-text", "'" + key + "' is one text", "");
        return null;
    }

    private void report(Yaml value, String code, String message, String remedy) {
        if (!(value instanceof Yaml.Unreadable)) {
            problems.error(value.place(), code, message, remedy);
        }
    }

    /** A wrong value, told at its place. */
    private void wrong(String key, String message, String remedy) {
        Yaml value = values.get(key);
        if (value != null) {
            report(value, "source-value", message, remedy);
        }
    }

    private String kind() {
        String kind = text("kind");
        if (kind == null) {
            return OFFICIAL;
        }
        List<String> known =
                vocabulary.conceptsOf(SOURCE_KINDS).stream().map(Concept::name).toList();
        if (!known.contains(kind)) {
            wrong(
                    "kind",
                    "there is no kind of source '" + kind + "'",
                    DidYouMean.remedy(known, kind, "the kinds are " + String.join(", ", known)));
        }
        return kind;
    }

    private @Nullable String homepage() {
        String address = text("homepage");
        if (address != null && !Texts.isWebAddress(address)) {
            wrong("homepage", "'" + address + "' is no web address", "begin it with https://");
            return null;
        }
        return address;
    }

    private @Nullable PartialDate date() {
        String date = text("date");
        if (date == null) {
            return null;
        }
        Optional<PartialDate> parsed = PartialDate.parse(date);
        if (parsed.isEmpty()) {
            wrong("date", "'" + date + "' is no date", "write it as 2025, 2025-07 or 2025-07-04");
        }
        return parsed.orElse(null);
    }

    private Layout layout() {
        return new Layout(
                format(), encoding(), delimiter(), rows(), text("member"), new HashSet<>(list("repeated")), renamed());
    }

    private @Nullable Format format() {
        String word = text("format");
        if (word == null) {
            return null;
        }
        Optional<Format> format = Format.called(word);
        if (format.isEmpty()) {
            wrong("format", "'" + word + "' is no format", "write csv, tsv, json or jsonl");
        }
        return format.orElse(null);
    }

    private @Nullable Charset encoding() {
        String name = text("encoding");
        if (name == null) {
            return null;
        }
        try {
            Charset encoding = Charset.forName(name);
            if (ENCODINGS.contains(encoding.name().toLowerCase(java.util.Locale.ROOT))) {
                return encoding;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            // Told below, like those that exist and are not read.
        }
        wrong("encoding", "'" + name + "' cannot be read", "write utf-8, windows-1252 or iso-8859-1");
        return null;
    }

    private @Nullable Character delimiter() {
        if (!(values.get("delimiter") instanceof Yaml.Text typed)) {
            return null;
        }
        String sign = typed.value();
        if (sign.length() == 1 && !"\"\r\n".contains(sign)) {
            return sign.charAt(0);
        }
        wrong("delimiter", "'" + sign + "' is no single sign", "write it in quotation marks: \";\" or \"\\t\"");
        return null;
    }

    private @Nullable String rows() {
        String path = text("rows");
        if (path != null && !path.startsWith("/")) {
            wrong("rows", "'" + path + "' is no path", "begin it with a slash, such as /results/*");
            return null;
        }
        return path;
    }

    private List<String> list(String key) {
        Yaml value = values.get(key);
        return value == null ? List.of() : list(value, "'" + key + "'");
    }

    private List<String> list(Yaml value, String what) {
        if (value instanceof Yaml.Text text) {
            return List.of(text.value());
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof Yaml.Items items) {
            for (Yaml item : items.items()) {
                if (item instanceof Yaml.Text text) {
                    texts.add(text.value());
                } else {
                    report(item, "not-text", what + " is a list of names of columns", "write one name for each item");
                }
            }
        } else {
            report(value, "not-text", what + " is a list of names of columns", "write [one, two]");
        }
        return texts;
    }

    private List<Yaml.Entry> entries(String key, String example) {
        return Yaml.entries(
                values.get(key),
                value ->
                        report(value, "source-value", "'" + key + "' has keys of its own", "write it like " + example));
    }

    private Map<String, List<String>> renamed() {
        Map<String, List<String>> renamed = new LinkedHashMap<>();
        entries("renamed", "new name: [old name, older name]")
                .forEach(entry -> renamed.put(entry.key().value(), list(entry.value(), "what was renamed")));
        return renamed;
    }

    private List<SourceDescription.Ignored> ignored() {
        List<SourceDescription.Ignored> ignored = new ArrayList<>();
        entries("ignored", "\"reason\": [column, other_*]")
                .forEach(entry -> ignored.add(new SourceDescription.Ignored(
                        list(entry.value(), "what is ignored"), entry.key().value())));
        return ignored;
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (Yaml.Entry entry : entries("names", "column of the key: column of the name")) {
            if (entry.value() instanceof Yaml.Text name) {
                names.put(entry.key().value(), name.value());
            } else {
                report(entry.value(), "not-text", "beside a key stands the column of its name", "");
            }
        }
        return names;
    }

    private Map<String, SourceDescription.Expected> expected() {
        Map<String, SourceDescription.Expected> expected = new LinkedHashMap<>();
        for (Yaml.Entry entry : entries("expect", "rows: 3000 to 5000")) {
            expected(entry).ifPresent(number -> expected.put(entry.key().value(), number));
        }
        return expected;
    }

    private Optional<SourceDescription.Expected> expected(Yaml.Entry entry) {
        String what = entry.key().value();
        if (!what.equals(SourceDescription.ROWS) && vocabulary.classFor(what).isEmpty()) {
            report(
                    entry.key(),
                    "source-value",
                    "there is no class '" + what + "'",
                    "expect numbers of rows or of a class");
            return Optional.empty();
        }
        Matcher number = EXPECTED.matcher(entry.value() instanceof Yaml.Text text ? text.value() : "");
        if (!number.matches()) {
            report(
                    entry.value(),
                    "source-value",
                    "this is no range of numbers",
                    "write 3000 to 5000, at least 3000 or at most 5000");
            return Optional.empty();
        }
        OptionalLong least = group(number, number.group(1) == null ? 3 : 1);
        OptionalLong most = group(number, number.group(2) != null ? 2 : number.group(4) == null ? 3 : 4);
        return Optional.of(new SourceDescription.Expected(least, most));
    }

    private static OptionalLong group(Matcher number, int group) {
        return number.group(group) == null
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(number.group(group)));
    }
}
