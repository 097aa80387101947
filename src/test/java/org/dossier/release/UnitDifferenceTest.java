package org.dossier.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.dossier.problem.SurroundingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the load units of two releases say, the one and not the other. */
class UnitDifferenceTest {

    private static final Map<String, String> BEFORE = Map.of(
            "facts-a", "id:a id:name \"one\" , \"two\" , \"three\" .",
            "facts-b", "id:b id:name \"same\" .",
            "facts-c", "id:c id:name \"gone\" .");
    private static final Map<String, String> AFTER = Map.of(
            "facts-a", "id:a id:name \"two\" , \"three\" , \"four\" , \"fünf\" .",
            "facts-b", "id:b id:name \"same\" .",
            "facts-d", "id:d id:name \"come\" .");

    @TempDir
    Path folder;

    private Release write(Map<String, String> units) {
        TreeMap<String, Graph> graphs = new TreeMap<>();
        units.forEach((name, turtle) -> graphs.put(name, graph(turtle)));
        ReleaseContent content = new ReleaseContent(
                "Invented", "https://example.org/id/", graphs, Map.of(), new TreeMap<>(), Map.of("triples", 1L));
        return new Releases(folder).write(content, "1.0", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private static Graph graph(String turtle) {
        return RDFParser.fromString("PREFIX id: <https://example.org/id/>\n" + turtle, Lang.TURTLE)
                .toGraph();
    }

    private List<String> between(int most) {
        return UnitDifference.between(write(BEFORE), write(AFTER), most).stream()
                .map(unit -> unit.unit() + " +" + unit.come() + " -" + unit.gone() + " " + names(unit.comeTriples())
                        + " " + names(unit.goneTriples()))
                .toList();
    }

    private static List<String> names(Graph graph) {
        return graph.stream()
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .sorted()
                .toList();
    }

    @Test
    void tellsForEachUnitWhatComesAndWhatIsGone() {
        assertThat(between(2))
                .containsExactly(
                        "facts-a +2 -1 [four, fünf] [one]", "facts-c +0 -1 [] [gone]", "facts-d +1 -0 [come] []");
    }

    @Test
    void keepsNoneOfMoreThanWereAskedFor() {
        assertThat(between(1))
                .containsExactly("facts-a +2 -1 [] [one]", "facts-c +0 -1 [] [gone]", "facts-d +1 -0 [come] []");
    }

    @Test
    void tellsLinesApartThatDifferInOneLetterOnly() {
        String before = String.join(
                " ",
                Stream.iterate(0, i -> i + 1)
                        .limit(500)
                        .map(UnitDifferenceTest::line)
                        .toList());
        Release then = write(Map.of("facts-a", before));
        Release now = write(Map.of("facts-a", before + " " + line(500)));

        assertThat(UnitDifference.between(then, now, 9)).singleElement().satisfies(unit -> {
            assertThat(unit.come()).isEqualTo(1);
            assertThat(unit.gone()).isZero();
            assertThat(unit.comeTriples().isIsomorphicWith(graph(line(500)))).isTrue();
        });
    }

    private static String line(int number) {
        return "id:a id:name \"" + number + "\" .";
    }

    @Test
    void namesTheFileThatIsGone() throws IOException {
        Release then = write(BEFORE);
        Release now = write(AFTER);
        for (Release damaged : List.of(then, now)) {
            Path file = damaged.folder().resolve("units/facts-a.nt");
            String text = Files.readString(file);
            Files.delete(file);

            assertThatThrownBy(() -> UnitDifference.between(then, now, 1))
                    .isInstanceOf(SurroundingsException.class)
                    .hasMessage("cannot read " + file + ": there is no such file");
            Files.writeString(file, text);
        }
    }
}
