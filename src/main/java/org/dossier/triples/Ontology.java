package org.dossier.triples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.dossier.problem.Problems;
import org.dossier.vocabulary.Vocabulary;

/**
 * Terms, kinds, shapes and rules that a dossier uses: those inside the program, with the files of its own
 * {@code ontology/} folder added. A file of the same name replaces the program's.
 */
public final class Ontology {

    private static final String FOLDER = "ontology";

    /**
     * One CONSTRUCT of {@code ontology/rules/}.
     *
     * @param file path that problems name
     */
    public record Rule(String name, String file, String text) {}

    private final Map<String, Graph> terms;
    private final Graph shapes;
    private final List<Rule> rules;
    private final Map<String, String> texts;

    private Ontology(Map<String, Graph> terms, Graph shapes, List<Rule> rules, Map<String, String> texts) {
        this.terms = terms;
        this.shapes = shapes;
        this.rules = List.copyOf(rules);
        this.texts = texts;
    }

    /**
     * Reads the ontology for a dossier.
     *
     * @throws UncheckedIOException when a file cannot be read
     */
    public static Ontology of(Path dossierFolder, Problems problems) {
        Map<String, String> texts = new TreeMap<>(ofTheProgram());
        Path own = dossierFolder.resolve(FOLDER);
        if (Files.isDirectory(own)) {
            texts.putAll(textsBelow(own));
        }
        Map<String, Graph> terms = new TreeMap<>();
        Graph shapes = GraphMemFactory.createDefaultGraphSameTerm();
        List<Rule> rules = new ArrayList<>();
        texts.forEach((name, text) -> {
            String file = FOLDER + "/" + name;
            if (name.endsWith("shapes.ttl")) {
                GraphUtil.addInto(shapes, Turtle.read(file, text, problems));
            } else if (name.endsWith(".ttl")) {
                terms.put(name, Turtle.read(file, text, problems));
            } else {
                rules.add(new Rule(name.substring("rules/".length()), file, text));
            }
        });
        return new Ontology(terms, shapes, rules, texts);
    }

    private static Map<String, String> ofTheProgram() {
        try {
            URI place = Ontology.class.getResource(FOLDER).toURI();
            if (!place.getScheme().equals("jar")) {
                return textsBelow(Path.of(place));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return textsBelow(jar.getPath("/org/dossier/triples/" + FOLDER));
            }
        } catch (URISyntaxException | IOException failure) {
            throw new IllegalStateException("the program has no ontology inside", failure);
        }
    }

    /** Name relative to the folder, with {@code /}, and text of each Turtle file and rule below it. */
    private static Map<String, String> textsBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.matches("[^/]+\\.ttl|rules/[^/]+\\.rq")) {
                    texts.put(name, Files.readString(file));
                }
            }
            return texts;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + folder, failure);
        }
    }

    /** The triples of each file of terms and kinds, by its name. */
    public Map<String, Graph> terms() {
        return terms;
    }

    /** Each file of terms and kinds as a load unit. */
    public List<LoadUnit> units() {
        return terms.entrySet().stream()
                .map(file -> new LoadUnit(
                        FOLDER + "/" + file.getKey(),
                        Sha256.of(Objects.requireNonNull(texts.get(file.getKey()))),
                        file.getValue(),
                        Map.of(),
                        Map.of()))
                .toList();
    }

    /** All terms and kinds as one graph. */
    public Graph allTerms() {
        Graph all = GraphMemFactory.createDefaultGraphSameTerm();
        terms.values().forEach(graph -> GraphUtil.addInto(all, graph));
        return all;
    }

    public Graph shapes() {
        return shapes;
    }

    /** The rules in order of their names. */
    public List<Rule> rules() {
        return rules;
    }

    /** The text of each file by its name, such as {@code kinds.ttl} and {@code rules/standing.rq}. */
    public Map<String, String> texts() {
        return texts;
    }

    /** Changes with the terms and kinds. */
    public String digestOfTerms() {
        StringBuilder all = new StringBuilder();
        terms.keySet().forEach(name -> all.append(name).append('\n').append(texts.get(name)));
        return Sha256.of(all.toString());
    }

    /** What can be said with these terms. */
    public Vocabulary vocabulary() {
        return new VocabularyReader(allTerms(), shapes).read();
    }
}
