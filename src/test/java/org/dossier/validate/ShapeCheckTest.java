package org.dossier.validate;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.dossier.problem.Place;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.triples.LoadUnit;
import org.dossier.triples.Names;
import org.junit.jupiter.api.Test;

/** At which line of which file each result of a shape points, and what it says there. */
class ShapeCheckTest {

    private static final String BASE = "https://example.org/id/";
    private static final String PREFIXES = """
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX shape: <https://w3id.org/dossier/shape/>
            PREFIX dossier: <https://w3id.org/dossier/ns#>
            PREFIX id: <https://example.org/id/>
            """;

    private static final ShapeCheck.Rows NONE = things -> Map.of();

    private static Graph graph(String turtle) {
        return RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph();
    }

    private static Node id(String name) {
        return NodeFactory.createURI(BASE + name);
    }

    /** One triple, such as {@code id:a dossier:b id:c}. */
    private static Triple triple(String turtle) {
        return graph(turtle + " .").find().next();
    }

    /** What a person typed into one file. */
    private static final class Typed {
        private final Map<Triple, Place> triples = new HashMap<>();
        private final Map<Node, Place> things = new HashMap<>();
        private final String file;

        Typed(String file) {
            this.file = file;
        }

        Typed thing(String name, int line) {
            things.put(id(name), new Place(file, line, 3));
            return this;
        }

        Typed triple(String turtle, int line) {
            triples.put(ShapeCheckTest.triple(turtle), new Place(file, line, 7));
            return this;
        }

        LoadUnit unit() {
            Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
            GraphUtil.add(graph, triples.keySet().iterator());
            return new LoadUnit(file, "0", graph, triples, things);
        }
    }

    private static List<String> found(String shapes, String data, List<Typed> typed, ShapeCheck.Rows rows) {
        Graph everything = graph(data);
        Positions positions = new Positions(typed.stream().map(Typed::unit).toList(), everything);
        Problems problems = new Problems();
        new ShapeCheck(graph(shapes), positions, rows).check(everything, problems);
        return problems.list().stream().map(Problem::toString).toList();
    }

    private static final String ONE_BUYER = """
            shape:contract a sh:NodeShape ; sh:targetClass dossier:Contract ; sh:property shape:ContractBuyer2Agency .
            shape:ContractBuyer2Agency sh:path dossier:isBoughtBy ; sh:minCount 1 ; sh:maxCount 1 ; sh:class dossier:Agency ;
                sh:message "A contract is bought by one agency." .
            """;

    @Test
    void pointsAtTheValueThatIsWrongThoughAnotherOfTheSamePropertyStandsBeforeIt() {
        Typed file = new Typed("facts/a.yaml")
                .thing("c", 1)
                .triple("id:c dossier:isBoughtBy id:agency", 2)
                .triple("id:c dossier:isBoughtBy id:firm", 5);

        assertThat(found(
                        ONE_BUYER.replace("sh:maxCount 1 ;", ""),
                        "id:c a dossier:Contract ; dossier:isBoughtBy id:agency , id:firm . id:agency a dossier:Agency .",
                        List.of(file),
                        NONE))
                .containsExactly(
                        "facts/a.yaml:5:7: error[contract-buyer2-agency]: 'c': A contract is bought by one agency.");
    }

    @Test
    void pointsAtTheFirstOfTooManyValues() {
        Typed later = new Typed("facts/b.yaml").triple("id:c dossier:isBoughtBy id:one", 2);
        Typed first = new Typed("facts/a.yaml")
                .thing("c", 1)
                .triple("id:c dossier:isBoughtBy id:two", 9)
                .triple("id:c dossier:isBoughtBy id:three", 8);

        assertThat(found(ONE_BUYER, """
                        id:c a dossier:Contract ; dossier:isBoughtBy id:one , id:two , id:three , id:imported .
                        id:one a dossier:Agency . id:two a dossier:Agency . id:three a dossier:Agency . id:imported a dossier:Agency .
                        """, List.of(later, first), NONE))
                .containsExactly(
                        "facts/a.yaml:8:7: error[contract-buyer2-agency]: 'c': A contract is bought by one agency.");
    }

    @Test
    void pointsAtTheFirstPlaceOfWhatSeveralFilesSay() {
        List<Typed> typed = List.of(
                new Typed("facts/b.yaml").thing("c", 1).triple("id:c dossier:isBoughtBy id:firm", 2),
                new Typed("facts/a.yaml").thing("c", 3).triple("id:c dossier:isBoughtBy id:firm", 4),
                new Typed("facts/d.yaml").thing("c", 5).triple("id:c dossier:isBoughtBy id:firm", 6));

        assertThat(found(ONE_BUYER, "id:c a dossier:Contract ; dossier:isBoughtBy id:firm .", typed, NONE))
                .containsExactly(
                        "facts/a.yaml:4:7: error[contract-buyer2-agency]: 'c': A contract is bought by one agency.");
        assertThat(found(ONE_BUYER, "id:c a dossier:Contract .", typed, NONE))
                .containsExactly(
                        "facts/a.yaml:3:3: error[contract-buyer2-agency]: 'c': A contract is bought by one agency.");
    }

    @Test
    void pointsAtTheRecordThatSomethingWasDerivedFrom() {
        Typed file = new Typed("facts/a.yaml").thing("second", 9).thing("first", 4);

        assertThat(found(
                        ONE_BUYER,
                        "id:c a dossier:Contract ; dossier:isDerivedFrom id:second , id:first , id:imported .",
                        List.of(file),
                        NONE))
                .containsExactly(
                        "facts/a.yaml:4:3: error[contract-buyer2-agency]: 'c': A contract is bought by one agency.");
    }

    @Test
    void pointsAtTheValueWhereItsThingIsNotTyped() {
        Typed file = new Typed("facts/a.yaml").thing("firm", 6);

        assertThat(found(ONE_BUYER, "id:c a dossier:Contract ; dossier:isBoughtBy id:firm .", List.of(file), NONE))
                .containsExactly(
                        "facts/a.yaml:6:3: error[contract-buyer2-agency]: 'c': A contract is bought by one agency.");
    }

    @Test
    void pointsAtTheThingWhereTheWayToTheValueHasSeveralSteps() {
        Typed file = new Typed("facts/a.yaml").thing("c", 1).triple("id:c dossier:isBoughtBy id:b", 2);

        assertThat(found("""
                        shape:way a sh:NodeShape ; sh:targetClass dossier:Contract ; sh:property
                            [ sh:path ( dossier:isBoughtBy rdfs:label ) ; sh:minCount 1 ; sh:message "The buyer has a name." ] .
                        """, "id:c a dossier:Contract ; dossier:isBoughtBy id:b .", List.of(file), NONE))
                .containsExactly("facts/a.yaml:1:3: error[shape]: 'c': The buyer has a name.");
    }

    @Test
    void pointsAtTheRowsOfWhatNobodyTyped() {
        Set<Node> asked = new TreeSet<>(Comparator.comparing(Node::toString));
        ShapeCheck.Rows rows = things -> {
            asked.addAll(things);
            return Map.of(
                    id("thrice"),
                    List.of(new Place("x.csv", 2, 0), new Place("x.csv", 3, 0), new Place("y.csv", 4, 0)),
                    id("twice"),
                    List.of(new Place("x.csv", 5, 0), new Place("y.csv", 6, 0)),
                    id("once"),
                    List.of(new Place("x.csv", 9, 0)));
        };
        Typed file = new Typed("facts/a.yaml").thing("typed", 1);

        List<String> found = found(
                ONE_BUYER,
                "id:thrice a dossier:Contract . id:twice a dossier:Contract . id:once a dossier:Contract . id:typed a dossier:Contract . id:lost a dossier:Contract .",
                List.of(file),
                rows);

        assertThat(found)
                .containsExactly(
                        "facts/a.yaml:1:3: error[contract-buyer2-agency]: 'typed': A contract is bought by one agency.",
                        "ontology/shapes.ttl: error[contract-buyer2-agency]: 'lost': A contract is bought by one agency.",
                        "x.csv:2: error[contract-buyer2-agency]: 'thrice': A contract is bought by one agency; the same thing stands"
                                + " at x.csv:3, y.csv:4 too: keep one of the rows, or of the files",
                        "x.csv:5: error[contract-buyer2-agency]: 'twice': A contract is bought by one agency; the same thing stands"
                                + " at y.csv:6 too: keep one of the rows, or of the files",
                        "x.csv:9: error[contract-buyer2-agency]: 'once': A contract is bought by one agency.");
        assertThat(asked).containsExactly(id("lost"), id("once"), id("thrice"), id("twice"));
    }

    @Test
    void asksForNoRowsWhenEverythingWasTyped() {
        Typed file = new Typed("facts/a.yaml").thing("c", 1);

        assertThat(found(ONE_BUYER, "id:c a dossier:Contract .", List.of(file), things -> {
                    throw new AssertionError("nobody needs " + things);
                }))
                .hasSize(1);
    }

    @Test
    void warnsWhereAShapeSaysSo() {
        Typed file = new Typed("facts/a.yaml").thing("c", 1);

        for (String severity : List.of("Warning", "Info")) {
            assertThat(found(
                            ONE_BUYER.replace("sh:minCount", "sh:severity sh:" + severity + " ; sh:minCount"),
                            "id:c a dossier:Contract .",
                            List.of(file),
                            NONE))
                    .containsExactly(
                            "facts/a.yaml:1:3: warning[contract-buyer2-agency]: 'c': A contract is bought by one agency.");
        }
    }

    @Test
    void findsAllFaultsOfAShapeThatLooksAtSingleTriples() {
        String shape = """
                shape:label a sh:NodeShape ; dossier:judgesSingleTriples true ; sh:targetSubjectsOf rdfs:label ;
                    sh:property shape:label-text .
                shape:label-text sh:path rdfs:label ; sh:datatype <http://www.w3.org/2001/XMLSchema#string> ; sh:message "A label is text." .
                """;
        Typed file = new Typed("facts/a.yaml")
                .triple("id:a rdfs:label 1", 1)
                .triple("id:b rdfs:label 2", 2)
                .triple("id:c rdfs:label \"three\"", 3);

        assertThat(found(
                        shape,
                        "id:a rdfs:label 1 . id:b rdfs:label 2 . id:c rdfs:label \"three\" .",
                        List.of(file),
                        NONE))
                .containsExactly(
                        "facts/a.yaml:1:7: error[label-text]: 'a': A label is text.",
                        "facts/a.yaml:2:7: error[label-text]: 'b': A label is text.");
        assertThat(found(shape, "id:c rdfs:label \"three\" .", List.of(file), NONE))
                .isEmpty();
    }

    @Test
    void namesTheShapesThatHadNothingToLookAt() {
        Graph shapes = graph("""
                shape:Zeppelin a sh:NodeShape ; sh:targetClass dossier:Zeppelin .
                shape:air-line a sh:NodeShape ; sh:targetClass dossier:AirLine .
                shape:both a sh:NodeShape ; sh:targetClass dossier:AirLine , dossier:Contract .
                shape:contract a sh:NodeShape ; sh:targetClass dossier:Contract ; sh:property shape:contract-label .
                shape:contract-label sh:path rdfs:label ; sh:minCount 1 .
                shape:node a sh:NodeShape ; sh:targetNode id:c ; sh:property shape:contract-label .
                shape:subjects a sh:NodeShape ; sh:targetSubjectsOf dossier:isBoughtBy .
                shape:unused a sh:NodeShape ; sh:property shape:contract-label .
                """);
        Graph everything = graph("id:c a dossier:Contract .");

        assertThat(new ShapeCheck(shapes, new Positions(List.of(), everything), NONE).idle(everything))
                .containsExactly("air-line", "zeppelin");
    }

    @Test
    void knowsWhereEachThingIsDefinedFirst() {
        List<LoadUnit> units = List.of(
                new Typed("facts/b.yaml").thing("one", 1).thing("two", 2).unit(),
                new Typed("facts/a.yaml").thing("one", 7).unit());

        assertThat(new Positions(units, GraphMemFactory.empty()).definitions())
                .containsExactly(
                        Map.entry(BASE + "one", new Place("facts/a.yaml", 7, 3)),
                        Map.entry(BASE + "two", new Place("facts/b.yaml", 2, 3)));
    }

    @Test
    void keepsOneTripleOfEachSortWithTheClassesOfItsEnds() {
        Graph graph = graph("""
                dossier:on dossier:hasValueForm "date" .
                dossier:homepage dossier:hasValueForm "address" .
                dossier:count dossier:hasValueForm "whole" .
                dossier:on a <http://www.w3.org/2002/07/owl#DatatypeProperty> ; rdfs:label "on" , "at" .
                dossier:see a <http://www.w3.org/2002/07/owl#DatatypeProperty> ; rdfs:range <http://www.w3.org/2001/XMLSchema#anyURI> .
                id:a a dossier:Firm ; dossier:count 1 , 2 ; dossier:on "2025" , "2026" ; dossier:see "x" , "y" ; dossier:homepage "x" , "y" .
                id:b a dossier:Firm ; dossier:count 3 , "three" .
                id:c a dossier:Agency ; dossier:count 4 ; dossier:pays id:a .
                id:d a dossier:Agency ; dossier:pays id:b , id:c , id:x , id:y , dossier:on , dossier:see .
                id:e a dossier:Agency , dossier:Firm ; dossier:count 5 ; dossier:pays id:b .
                """);

        Graph samples = TripleSamples.of(graph);

        assertThat(properties(samples))
                .isEqualTo(Map.of(
                        "hasValueForm",
                        2L,
                        "label",
                        2L,
                        "range",
                        1L,
                        "count",
                        4L,
                        "on",
                        2L,
                        "see",
                        2L,
                        "homepage",
                        2L,
                        "pays",
                        6L));
        assertThat(samples.stream().filter(triple -> !graph.contains(triple))).isEmpty();
        assertThat(samples.stream()
                        .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                        .filter(end -> !classes(end, samples).equals(classes(end, graph))))
                .isEmpty();
        assertThat(samples.stream()
                        .filter(triple -> triple.predicateMatches(RDF.type.asNode()))
                        .map(Triple::getObject))
                .contains(Names.term("Firm"), Names.term("Agency"), OWL.DatatypeProperty.asNode());
    }

    private static Set<Node> classes(Node thing, Graph graph) {
        return graph.stream(thing, RDF.type.asNode(), Node.ANY)
                .map(Triple::getObject)
                .collect(toSet());
    }

    /** How often each property but the class is there. */
    private static Map<String, Long> properties(Graph graph) {
        return graph.stream()
                .filter(triple -> !triple.predicateMatches(RDF.type.asNode()))
                .collect(groupingBy(triple -> Names.localName(triple.getPredicate()), counting()));
    }
}
