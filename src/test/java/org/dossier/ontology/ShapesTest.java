package org.dossier.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each shape has a folder below {@code shapes/} with data that conforms ({@code good.ttl}), data that does not
 * ({@code bad.ttl}), and all that is said of the latter ({@code expected.txt}).
 */
class ShapesTest {

    private static final Path FOLDER = OntologyFiles.RESOURCES.resolve("shapes");
    private static final Graph TERMS = OntologyFiles.terms();
    private static final Graph SHAPES = OntologyFiles.shapes();

    static List<Path> cases() {
        return OntologyFiles.below(FOLDER).stream()
                .filter(path -> path.toFile().isDirectory())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theGoodExampleConforms(Path folder) {
        assertThat(results(folder.resolve("good.ttl"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theBadExampleIsToldWhatIsWrong(Path folder) {
        List<String> results = results(folder.resolve("bad.ttl"));

        assertThat(results).isEqualTo(OntologyFiles.lines(folder.resolve("expected.txt")));
        assertThat(results)
                .anyMatch(result -> result.startsWith(folder.getFileName().toString()));
    }

    @Test
    void everyShapeWithATargetHasAFolder() {
        List<String> folders =
                cases().stream().map(path -> path.getFileName().toString()).toList();

        assertThat(folders).containsExactlyElementsOf(shapesWithATarget());
    }

    @Test
    void everyPropertyShapeAndConstraintBitesSomewhere() {
        String said = cases().stream()
                .map(folder -> OntologyFiles.text(folder.resolve("expected.txt")))
                .collect(Collectors.joining("\n", "\n", ""));

        assertThat(names(SHACL.property))
                .isNotEmpty()
                .allSatisfy(shape -> assertThat(said).contains("\n" + shape + " "));
        assertThat(shapesWithATarget()).allSatisfy(shape -> assertThat(said).containsPattern("\n" + shape + "[ -]"));
    }

    /** The name of a shape is the code of its problems. */
    @Test
    void everyShapeIsExplainedWithAMessageThatItGives() {
        String guide = OntologyFiles.text(Path.of("docs/problems.md"));
        Map<String, List<String>> messages = cases().stream()
                .flatMap(folder -> OntologyFiles.lines(folder.resolve("expected.txt")).stream())
                .collect(Collectors.groupingBy(
                        line -> line.split(" ")[0],
                        Collectors.mapping(line -> line.split(": ", 2)[1], Collectors.toList())));

        assertThat(messages).hasSizeGreaterThan(80).allSatisfy((code, said) -> {
            assertThat(guide).contains("\n## " + code + "\n");
            String section = guide.split("(?m)^## " + code + "$", 2)[1].split("(?m)^## ", 2)[0];
            assertThat(said).as(code).anyMatch(section::contains);
        });
    }

    @Test
    void everyShapeHasANameAndSpeaksInWords() {
        List<Node> speaking = Stream.of(names(SHACL.property), names(SHACL.sparql))
                .flatMap(Collection::stream)
                .map(name -> NodeFactory.createURI("https://w3id.org/dossier/shape/" + name))
                .toList();

        assertThat(speaking)
                .allSatisfy(shape -> assertThat(SHAPES.contains(shape, SHACL.message, Node.ANY))
                        .as(shape.toString())
                        .isTrue());
        assertThat(SHAPES.find(Node.ANY, RDF.type.asNode(), SHACL.NodeShape).toList())
                .allMatch(triple -> triple.getSubject().isURI());
    }

    private static List<String> results(Path data) {
        Graph graph = OntologyFiles.union(
                List.of(OntologyFiles.read(FOLDER.resolve("around.ttl")), OntologyFiles.read(data)));
        return ShapeGate.results(graph, TERMS, SHAPES).stream()
                .map(ShapeGate::line)
                .toList();
    }

    private static List<String> shapesWithATarget() {
        return Stream.of(SHACL.target, SHACL.targetClass, SHACL.targetSubjectsOf)
                .flatMap(
                        target -> SHAPES
                                .find(Node.ANY, target, Node.ANY)
                                .mapWith(triple -> name(triple.getSubject()))
                                .toList()
                                .stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Names of what shapes refer to by a property of SHACL. */
    private static List<String> names(Node property) {
        return SHAPES.find(Node.ANY, property, Node.ANY).mapWith(triple -> name(triple.getObject())).toList().stream()
                .distinct()
                .sorted()
                .toList();
    }

    private static String name(Node shape) {
        return OntologyFiles.shortName(shape).replace("shape:", "");
    }
}
