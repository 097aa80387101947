package org.dossier.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dossier.claim.EntityId;
import org.dossier.facts.FileText;
import org.dossier.problem.Problems;
import org.dossier.problem.SurroundingsException;
import org.dossier.triples.IriScheme;
import org.dossier.triples.LoadUnit;
import org.dossier.triples.Turtle;

/** The {@code links/} folder of a dossier: decisions, and what was taken over from registers by them. */
public final class DossierLinks {

    private static final String FOLDER = "links";
    private static final String DECISIONS = ".sssom.tsv";
    private static final String ENRICHED = ".enriched.ttl";

    private final Path dossier;
    private final IriScheme iris;
    private final Problems problems;

    public DossierLinks(Path dossier, IriScheme iris, Problems problems) {
        this.dossier = dossier;
        this.iris = iris;
        this.problems = problems;
    }

    /**
     * Everything there as load units, in order of their paths; decisions that do not fit are reported.
     *
     * @param things the rest of the dossier, from which the names of its things are known; asked for only when needed
     */
    public List<LoadUnit> units(Supplier<Graph> things) {
        List<LoadUnit> units = new ArrayList<>();
        Map<EntityId, String> labels = new HashMap<>();
        for (String path : files(DECISIONS)) {
            Decisions decisions = DecisionReader.read(dossier, path, iris.base(), problems);
            if (labels.isEmpty()) {
                labels.putAll(labels(things.get()));
            }
            DecisionCheck check = new DecisionCheck(decisions, problems);
            check.reportContradictions();
            check.reportChangedSubjects(labels);
            units.add(LinkTriples.loadUnit(decisions, iris));
        }
        files(ENRICHED).forEach(path -> units.add(enriched(path)));
        return units;
    }

    private List<String> files(String ending) {
        Path folder = dossier.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ending))
                    .map(name -> FOLDER + "/" + name)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new SurroundingsException("cannot list " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private LoadUnit enriched(String path) {
        FileText text = FileText.read(dossier, path, problems);
        Graph graph = Turtle.read(path, String.join("\n", text.lines()), problems);
        return new LoadUnit(path, text.sha256(), graph, Map.of(), Map.of());
    }

    /** Names of everything under the base: the label, or else another name; of several, the first in the alphabet. */
    private Map<EntityId, String> labels(Graph things) {
        Map<EntityId, String> labels = named(things, SKOS.altLabel.asNode());
        labels.putAll(named(things, RDFS.label.asNode()));
        return labels;
    }

    private Map<EntityId, String> named(Graph things, Node property) {
        Map<EntityId, String> names = new HashMap<>();
        things.find(Node.ANY, property, Node.ANY)
                .filterKeep(triple -> triple.getSubject().isURI()
                        && triple.getSubject().getURI().startsWith(iris.base())
                        && triple.getObject().isLiteral())
                .forEach(triple -> putFirst(triple, names));
        return names;
    }

    private void putFirst(Triple triple, Map<EntityId, String> names) {
        String id = triple.getSubject().getURI().substring(iris.base().length());
        if (EntityId.isId(id)) {
            names.merge(
                    new EntityId(id),
                    triple.getObject().getLiteralLexicalForm(),
                    (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
    }
}
