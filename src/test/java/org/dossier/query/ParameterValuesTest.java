package org.dossier.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterValuesTest {

    @ParameterizedTest
    @CsvSource({
        "Agency, customs, https://example.org/harbour/customs",
        "Agency, id:customs, https://example.org/harbour/customs",
        "Agency, https://example.org/harbour/customs, https://example.org/harbour/customs",
        "Agency, <https://example.org/harbour/customs>, https://example.org/harbour/customs",
        "Agency, harbour office, https://example.org/harbour/harbour-office",
        "Agency, HO, https://example.org/harbour/harbour-office",
        "Organization, Customs, https://example.org/harbour/customs",
        "Firm, Blauer Himmel, https://example.org/harbour/blue-sky",
        "thing, storage-1, https://example.org/harbour/storage-1",
        "kind capability, translation, https://w3id.org/dossier/kind/translation",
        "kind capability, kind:translation, https://w3id.org/dossier/kind/translation",
        "standing, Disputed, https://w3id.org/dossier/kind/disputed",
        "property, uses, https://w3id.org/dossier/ns#uses",
        "property, is measured for, https://w3id.org/dossier/ns#isMeasuredFor",
        "property, dossier:uses, https://w3id.org/dossier/ns#uses",
        "date, 2025-07, \"2025-07\"^^xsd:gYearMonth",
        "number, 12, \"12\"^^xsd:integer",
        "number, -12.50, \"-12.5\"^^xsd:decimal",
        "text, Robert'); DROP, \"Robert'); DROP\"",
    })
    void findsWhatPeopleName(String type, String typed, String expected) {
        assertThat(bound(type, Map.of("it", typed))).isEqualTo("{it=" + expected + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Agency | custom | no Agency 'custom' is in the dossier; did you mean 'customs'?",
                "Agency | blue-sky | 'blue-sky' is no Agency but: Firm",
                "Agency | nowhere to be seen | no Agency 'nowhere to be seen' is in the dossier; "
                        + "give an id or a label of the dossier",
                "Firm | Red Sky | several things are called 'Red Sky'; give an id: night-sky, red-sky",
                "standing | doubtful | 'doubtful' is no Standing; there are acknowledged, corroborated, disputed, "
                        + "documented, reported, retracted, stated",
                "standing | disputd | 'disputd' is no Standing; did you mean 'disputed'?",
                "property | use | the ontology has no property 'use'; did you mean 'uses'?",
                "date | July 2025 | 'July 2025' is no date; write 2025, 2025-07 or 2025-07-04",
                "date | 2025-02-30 | '2025-02-30' is no date; write 2025, 2025-07 or 2025-07-04",
                "number | 1e3 | '1e3' is no number; write digits, with at most one point",
            })
    void saysWhyAValueDoesNotFit(String type, String typed, String message) {
        assertThat(bound(type, Map.of("it", typed))).isEqualTo("--it: error[parameter-value]: " + message);
    }

    @Test
    void takesTheDefault() {
        assertThat(bound("Agency = customs", Map.of())).isEqualTo("{it=https://example.org/harbour/customs}");
    }

    @Test
    void leavesAVariableOpenWhenItsDefaultIsAny() {
        assertThat(bound("Agency = any", Map.of())).isEqualTo("{}");
        assertThat(bound("Agency = any", Map.of("it", "any"))).isEqualTo("{}");
        assertThat(bound("Agency = customs", Map.of("it", "any"))).contains("no Agency 'any' is in the dossier");
    }

    @Test
    void asksForWhatIsMissingAndRefusesWhatIsUnknown() {
        assertThat(bound("Agency", Map.of("itt", "customs")))
                .isEqualTo(
                        "--it: error[parameter-missing]: the question needs a value for 'it' (Agency); "
                                + "add --it VALUE\n"
                                + "--itt: error[parameter-unknown]: the question 'q' has no parameter 'itt'; did you mean 'it'?");
    }

    /** The values by variable, or the problems. */
    private static String bound(String type, Map<String, String> typed) {
        Problems problems = new Problems();
        SavedQuestion question = Questions.question(
                        "q.rq",
                        "# Which?\n# param it: " + type + "\nSELECT ?x { ?x ?y ?it }",
                        Invented.VOCABULARY,
                        Invented.gate(),
                        problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
        Map<String, Node> values = new ParameterValues(
                        Invented.dataset().getDefaultGraph(), Invented.VOCABULARY, Invented.BASE)
                .of(question, typed, problems);
        return problems.hasErrors()
                ? problems.list().stream().map(Problem::toString).collect(Collectors.joining("\n"))
                : new TreeMap<>(values).toString();
    }
}
