package org.dossier.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.dossier.triples.Literals;
import org.junit.jupiter.api.Test;

class DisplayNamesTest {

    private static final Graph GRAPH = Invented.graph("""
            id:eye rdfs:label "Auge"@de, "Eye"@en, "OEil"@fr .
            id:office rdfs:label "Office" ; skos:prefLabel "Bureau" .
            id:paper dcterms:title "Paper" .
            dossier:uses rdfs:label "uses"@en .
            id:office--uses--eye rdf:subject id:office ; rdf:predicate dossier:uses ; rdf:object id:eye .
            id:office--uses--nameless rdf:subject id:office ; rdf:predicate dossier:uses ; rdf:object id:nameless .
            """);

    private final DisplayNames names = DisplayNames.labels(GRAPH, Invented.PREFIXES);

    @Test
    void takesTheLabelWithoutALanguageOrTheEnglishOneOrTheTitle() {
        assertThat(shown("eye")).isEqualTo("Eye");
        assertThat(shown("office")).isEqualTo("Office");
        assertThat(shown("paper")).isEqualTo("Paper");
    }

    @Test
    void callsAClaimByItsLinkWhenAllPartsOfItHaveNames() {
        assertThat(shown("office--uses--eye")).isEqualTo("Office uses Eye");
        assertThat(shown("office--uses--nameless")).isEqualTo("id:office--uses--nameless");
    }

    @Test
    void shortensWhatHasNoNameAndLeavesOtherIrisWhole() {
        assertThat(shown("nameless")).isEqualTo("id:nameless");
        assertThat(names.of(NodeFactory.createURI("https://other.example/x"))).isEqualTo("https://other.example/x");
    }

    @Test
    void showsWholeNumbersWithoutAPoint() {
        assertThat(names.of(Literals.decimal(new BigDecimal("400")))).isEqualTo("400");
        assertThat(names.of(Literals.decimal(new BigDecimal("12.50")))).isEqualTo("12.5");
        assertThat(DisplayNames.iris(Invented.PREFIXES).of(Literals.decimal(new BigDecimal("400"))))
                .isEqualTo("400.0");
    }

    private String shown(String id) {
        return names.of(NodeFactory.createURI(Invented.BASE + id));
    }
}
