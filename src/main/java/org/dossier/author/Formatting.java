package org.dossier.author;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.claim.FactsFile;
import org.dossier.facts.FactsReader;
import org.dossier.facts.FileText;
import org.dossier.facts.Yaml;
import org.dossier.facts.YamlFile;
import org.dossier.problem.Problems;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Puts facts files into one layout; what they say, and every character that is no white space, stays. */
public final class Formatting {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path dossier;
    private final Vocabulary vocabulary;
    private final List<String> paths;

    public Formatting(Path dossier) {
        Problems problems = new Problems();
        this.dossier = dossier;
        this.vocabulary = Ontology.of(dossier, problems).vocabulary();
        this.paths = FactsReader.read(dossier, vocabulary, new Problems()).stream()
                .map(FactsFile::path)
                .toList();
    }

    /**
     * The files that are laid out otherwise.
     *
     * @param isWritten whether to put them into the layout; all of them or none
     * @return their paths, relative to the dossier, in order
     * @throws Refusal when a file has mistakes in its syntax, or lines that cannot be moved
     */
    public List<String> format(boolean isWritten) throws Refusal {
        List<EditedFile> edits = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (String path : paths) {
            EditedFile file = EditedFile.of(dossier.resolve(path));
            file.become(formatted(path, file.text()));
            if (file.isChanged()) {
                edits.add(file);
                changed.add(path);
            }
        }
        if (isWritten) {
            EditedFile.write(edits);
        }
        return changed;
    }

    private String formatted(String path, String text) throws Refusal {
        Problems problems = new Problems();
        YamlFile file = YamlFile.read(FileText.read(dossier, path, problems), problems);
        if (problems.hasErrors()) {
            throw new Refusal("mend this first: " + problems.list().get(0));
        }
        List<String> lines = FactsLayout.of(file.text().lines(), file.root(), vocabulary);
        confirm(path, file, lines);
        String lineEnd = text.contains("\r\n") ? "\r\n" : text.contains("\n") || !text.contains("\r") ? "\n" : "\r";
        String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        return lines.stream().allMatch(String::isBlank) ? text : mark + String.join(lineEnd, lines) + lineEnd;
    }

    /** Reads what would be written: it has to say the same, in the same characters. */
    private static void confirm(String path, YamlFile before, List<String> lines) throws Refusal {
        Problems problems = new Problems();
        FileText text = new FileText(path, before.text().sha256(), lines);
        YamlFile after = YamlFile.read(text, problems);
        boolean isSame = problems.list().isEmpty()
                && content(before.root()).equals(content(after.root()))
                && characters(before.text().lines()).equals(characters(lines));
        if (!isSame) {
            throw new Refusal(
                    path + " is laid out in a way that cannot be put in order line by line; it was left as it is");
        }
    }

    /** What YAML reads, whatever the order of keys and the places. */
    private static String content(@Nullable Yaml node) {
        if (node instanceof Yaml.Keys keys) {
            return keys.entries().stream()
                    .map(entry -> content(entry.key()) + ": " + content(entry.value()))
                    .sorted()
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof Yaml.Items items) {
            return items.items().stream().map(Formatting::content).collect(Collectors.joining(", ", "[", "]"));
        }
        return node instanceof Yaml.Text text ? "'" + text.value().replace("'", "''") + "'" : String.valueOf(node);
    }

    /** Each line without white space and without its dash, in alphabetical order. */
    private static List<String> characters(List<String> lines) {
        Stream<String> bare =
                lines.stream().map(line -> line.replaceAll("[\\s\\p{Z}]+", "").replaceFirst("^-", ""));
        String[] sorted = bare.filter(line -> !line.isEmpty()).sorted().toArray(String[]::new);
        return Arrays.asList(sorted);
    }
}
