package org.dossier.author;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.facts.Yaml;
import org.dossier.vocabulary.Property;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the lines of a facts file anew: two columns for each level, one space behind keys and dashes, and the keys of each item
 * in one order. Lines are moved and indented, never written anew, so values, quotation marks and comments stay as typed; a comment
 * goes with the key below it.
 */
final class FactsLayout {

    private static final int STEP = 2;
    private static final Pattern KEY =
            Pattern.compile("((?:\"[^\"]*\"|'[^']*'|[^\\s:\"'][^:]*):)[ \\t]+(?=\\S)(?!#)(.*)");

    /** What an item is called comes first, then what it says, then its passages, then the curator's remark. */
    private static final List<String> FIRST = List.of("label", "title");

    private static final List<String> LAST = List.of(
            "text",
            "quote",
            "locator",
            "isQuotedFrom",
            "reliesOn",
            "isAssertedBy",
            "hedge",
            "hasEvidence",
            "hasCounterEvidence",
            "note");

    private static final List<String> SECTIONS = List.of("sources", "entities", "facts");

    private final Vocabulary vocabulary;
    private final List<String> lines;
    private final List<String> laidOut = new ArrayList<>();

    private FactsLayout(List<String> lines, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.lines = lines;
    }

    /** A key with its value, and the lines that belong to it: comments above it, and what follows. */
    private record Part(Yaml.Entry entry, int start, int line, int end) {}

    /**
     * The same lines in good order.
     *
     * @param root what YAML makes of them; absent for a file without content
     * @throws Refusal when they are laid out in a way that cannot be moved line by line
     */
    static List<String> of(List<String> lines, @Nullable Yaml root, Vocabulary vocabulary) throws Refusal {
        FactsLayout layout = new FactsLayout(withoutEnd(lines), vocabulary);
        if (!(root instanceof Yaml.Keys keys) || keys.isBraced()) {
            return withoutEnd(lines);
        }
        layout.file(keys);
        return layout.withoutNeedlessBlanks();
    }

    private void file(Yaml.Keys root) throws Refusal {
        List<Part> parts = parts(root, 0, lines.size());
        int header = endOfHeader(parts.get(0).line());
        for (String line : lines.subList(0, header)) {
            laidOut.add(line.stripTrailing());
        }
        Part top = parts.get(0);
        parts.set(0, new Part(top.entry(), header, top.line(), top.end()));
        List<Part> ordered = new ArrayList<>(parts);
        ordered.sort(Comparator.comparingInt(
                part -> SECTIONS.indexOf(part.entry().key().value())));
        for (Part part : ordered) {
            if (SECTIONS.contains(part.entry().key().value()) && !laidOut.isEmpty()) {
                laidOut.add("");
            }
            part(part, 0, "");
        }
    }

    /** Comments that a blank line divides from the first key speak of the whole file. */
    private int endOfHeader(int firstKey) {
        int header = firstKey;
        while (header > 0 && !lines.get(header - 1).isBlank()) {
            header--;
        }
        return header;
    }

    private List<Part> parts(Yaml.Keys keys, int from, int to) {
        List<Yaml.Entry> entries = keys.entries();
        List<Integer> starts = new ArrayList<>();
        for (Yaml.Entry entry : entries) {
            int least = starts.isEmpty() ? from : starts.get(starts.size() - 1) + 1;
            starts.add(start(entry.key().place().line() - 1, entry.key().place().column() - 1, least));
        }
        starts.add(to);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            parts.add(new Part(
                    entries.get(i), starts.get(i), entries.get(i).key().place().line() - 1, starts.get(i + 1)));
        }
        return parts;
    }

    /** Where the comments above a line begin that are indented no further than it is. */
    private int start(int line, int column, int least) {
        int start = line;
        while (start > least && isBetween(lines.get(start - 1), column)) {
            start--;
        }
        return start;
    }

    private static boolean isBetween(String line, int column) {
        return line.isBlank() || (line.strip().startsWith("#") && lead(line) <= column);
    }

    private static int lead(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** @param dash what stands before the key: nothing, or the dash of an item */
    private void part(Part part, int indent, String dash) throws Refusal {
        comments(part.start(), part.line(), indent);
        String line = lines.get(part.line());
        int column = offset(line, part.entry().key().place().column());
        String typed = line.substring(column);
        Yaml value = part.entry().value();
        boolean isBelow = value.place().line() - 1 > part.line();
        int inner = indent + dash.length();
        laidOut.add(" ".repeat(indent) + dash + spaced(typed.stripTrailing()));
        if (value instanceof Yaml.Items items && !items.isBracketed() && isBelow) {
            items(items, part.line() + 1, part.end(), inner + STEP);
        } else if (value instanceof Yaml.Keys keys && !keys.isBraced() && isBelow) {
            List<Part> parts = parts(keys, part.line() + 1, part.end());
            comments(part.line() + 1, parts.get(0).start(), inner + STEP);
            for (Part one : parts) {
                part(one, inner + STEP, "");
            }
        } else {
            rest(part.line() + 1, part.end(), inner - column);
        }
    }

    private static int offset(String line, int column) {
        return line.offsetByCodePoints(0, column - 1);
    }

    /** One space behind the colon, as far as no comment follows it. */
    private static String spaced(String typed) {
        Matcher key = KEY.matcher(typed);
        return key.matches() ? key.group(1) + " " + key.group(2) : typed;
    }

    private void comments(int from, int to, int indent) {
        for (String line : lines.subList(from, to)) {
            laidOut.add(line.isBlank() ? "" : " ".repeat(indent) + line.strip());
        }
    }

    /** What a text or a list in brackets goes on with; moved as one, since its indentation may mean something. */
    private void rest(int from, int to, int shift) {
        for (String line : lines.subList(from, to)) {
            int lead = Math.max(0, lead(line) + shift);
            laidOut.add(line.isBlank() ? "" : " ".repeat(lead) + line.stripLeading());
        }
    }

    private void items(Yaml.Items items, int from, int to, int indent) throws Refusal {
        List<Integer> starts = new ArrayList<>();
        for (Yaml item : items.items()) {
            int line = item.place().line() - 1;
            String before = lines.get(line)
                    .substring(0, offset(lines.get(line), item.place().column()));
            if (!before.strip().equals("-")) {
                throw new Refusal(item.place() + ": the dash does not stand before the item; put both in one line");
            }
            int least = starts.isEmpty() ? from : starts.get(starts.size() - 1) + 1;
            starts.add(start(line, before.indexOf('-'), least));
        }
        starts.add(to);
        for (int i = 0; i < items.items().size(); i++) {
            item(items.items().get(i), starts.get(i), starts.get(i + 1), indent);
        }
    }

    private void item(Yaml item, int start, int end, int indent) throws Refusal {
        int line = item.place().line() - 1;
        comments(start, line, indent);
        if (!(item instanceof Yaml.Keys keys) || keys.isBraced()) {
            int column = offset(lines.get(line), item.place().column());
            laidOut.add(" ".repeat(indent) + "- "
                    + lines.get(line).substring(column).stripTrailing());
            rest(line + 1, end, indent + STEP - column);
            return;
        }
        List<Part> parts = parts(keys, line, end);
        part(parts.get(0), indent, "- ");
        List<Part> others = new ArrayList<>(parts.subList(1, parts.size()));
        others.sort(Comparator.comparingInt(part -> rank(part.entry().key().value())));
        for (Part part : others) {
            part(part, indent + STEP, "");
        }
    }

    private int rank(String key) {
        String name = vocabulary.propertyFor(key).map(Property::name).orElse(key);
        return FIRST.contains(name) ? -FIRST.size() : LAST.indexOf(name) + 1;
    }

    /** At most one blank line in a row, none at the end; texts of several lines keep theirs. */
    private List<String> withoutNeedlessBlanks() {
        List<String> result = new ArrayList<>();
        for (String line : laidOut) {
            boolean isNeedless = line.isBlank()
                    && (result.isEmpty()
                            || Objects.requireNonNull(result.get(result.size() - 1))
                                    .isBlank());
            if (!isNeedless) {
                result.add(line);
            }
        }
        return withoutEnd(result);
    }

    private static List<String> withoutEnd(List<String> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        return lines.subList(0, end);
    }
}
