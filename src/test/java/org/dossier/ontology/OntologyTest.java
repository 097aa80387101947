package org.dossier.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped ontology passes every gate; {@link MutantTest} shows that the gates bite. */
class OntologyTest {

    private static final Graph TERMS = OntologyFiles.terms();
    private static final Node OURS = NodeFactory.createURI("https://w3id.org/dossier/ns");
    private static final Node NEEDS_CLAIM = NodeFactory.createURI("https://w3id.org/dossier/ns#needsClaim");

    @Test
    void keepsToOwl2DlAndRlAndContradictsItselfNowhere() {
        assertThat(OwlGate.findings(TERMS)).isEmpty();
    }

    static List<Path> hygieneRules() {
        return Hygiene.rules();
    }

    @ParameterizedTest
    @MethodSource("hygieneRules")
    void keepsTheRule(Path rule) {
        assertThat(Hygiene.findings(rule, TERMS)).isEmpty();
    }

    @Test
    void everyTermServesAShapeARuleOrAQuestion() {
        String uses = texts(OntologyFiles.FOLDER.resolve("shapes.ttl"))
                + texts(OntologyFiles.FOLDER.resolve("rules"))
                + texts(Path.of("queries"));

        assertThat(ownTerms().filter(term -> !names(uses, term)).toList()).isEmpty();
    }

    private static boolean names(String text, String term) {
        return Pattern.compile("\\b" + Pattern.quote(term) + "\\b")
                .matcher(text)
                .find();
    }

    /** Terms of ours, but for annotations, which serve the program, and links that every question on claims shows. */
    private static Stream<String> ownTerms() {
        return TERMS
                .find(Node.ANY, RDFS.isDefinedBy.asNode(), OURS)
                .mapWith(triple -> triple.getSubject())
                .toList()
                .stream()
                .filter(term -> !TERMS.contains(term, RDF.type.asNode(), OWL2.AnnotationProperty.asNode()))
                .filter(term -> !TERMS.contains(term, NEEDS_CLAIM, Node.ANY))
                .map(OntologyFiles::shortName);
    }

    private static String texts(Path place) {
        List<Path> files = place.toFile().isDirectory() ? OntologyFiles.below(place) : List.of(place);
        StringBuilder all = new StringBuilder();
        files.forEach(file -> all.append(OntologyFiles.text(file)).append('\n'));
        return all.toString();
    }

    static List<String> filesOfBlocks() {
        return List.of("dossier.ttl", "kinds.ttl", "shapes.ttl", "alignments.ttl");
    }

    @ParameterizedTest
    @MethodSource("filesOfBlocks")
    void blocksStandInAlphabeticalOrderWithinTheirSection(String file) {
        List<String> names = new ArrayList<>();
        for (String line :
                OntologyFiles.text(OntologyFiles.FOLDER.resolve(file)).split("\n", -1)) {
            Matcher block = Pattern.compile("(?:dossier|kind|shape):(\\S+) .*").matcher(line);
            if (line.startsWith("# ---") || line.startsWith("# What")) {
                assertThat(names).isSortedAccordingTo(Comparator.naturalOrder());
                names.clear();
            } else if (block.matches() && !line.contains("skos:ConceptScheme")) {
                names.add(block.group(1));
            }
        }
        assertThat(names).isSortedAccordingTo(Comparator.naturalOrder());
    }
}
