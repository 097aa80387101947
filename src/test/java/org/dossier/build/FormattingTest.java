package org.dossier.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.dossier.author.Formatting;
import org.dossier.author.NewDossier;
import org.dossier.author.Refusal;
import org.dossier.problem.Problems;
import org.dossier.triples.TermOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Formatting moves lines and changes white space, and nothing else. */
class FormattingTest {

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    @TempDir
    Path dossier;

    static Stream<Path> oddDossiers() throws IOException {
        try (Stream<Path> folders = Files.list(RESOURCES.resolve("right"))) {
            return folders.sorted().toList().stream();
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("oddDossiers")
    void leavesWhatOddFilesSayAndTheirCommentsAlone(Path odd) throws IOException {
        copy(RESOURCES.resolve("town"));
        copy(odd);

        formatAndCompare();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void putsAMessIntoOrderAndLosesNothing(int seed) throws IOException, Refusal {
        copy(RESOURCES.resolve("dossiers").resolve("invented"));
        new Formatting(dossier).format(true);
        Map<Path, String> inOrder = texts();
        for (Map.Entry<Path, String> file : inOrder.entrySet()) {
            Files.writeString(file.getKey(), messed(file.getValue(), new Random(seed)));
        }

        formatAndCompare();

        inOrder.forEach((file, text) -> assertThat(withoutComments(read(file))).isEqualTo(text));
    }

    private void formatAndCompare() throws IOException {
        Map<String, List<String>> before = triples();
        List<String> comments = comments();
        try {
            new Formatting(dossier).format(true);
            assertThat(new Formatting(dossier).format(false)).isEmpty();
        } catch (Refusal refusal) {
            assertThat(refusal).hasMessageContaining("the dash does not stand before the item");
        }

        assertThat(triples()).isEqualTo(before);
        assertThat(comments()).isEqualTo(comments);
    }

    @Test
    void theShippedFactsAndThoseOfNewDossiersAreInOrder() throws Refusal {
        NewDossier.write(dossier);

        assertThat(new Formatting(Path.of("")).format(false)).isEmpty();
        assertThat(new Formatting(dossier).format(false)).isEmpty();
    }

    @Test
    void ordersKeysIndentsAndKeepsCommentsWithTheKeyBelowThem() throws IOException, Refusal {
        Files.createDirectories(dossier.resolve("facts"));
        Path file = Files.writeString(dossier.resolve("facts/a.yaml"), """
                # The first lines.

                facts:


                    Heading:
                        # of the event
                        -   event: e   # its id
                            note: >-
                              two
                                lines
                            # of the quote
                            quote:    "a: b"
                            label: E
                source: s
                title: "S"
                """);

        assertThat(new Formatting(dossier).format(true)).containsExactly("facts/a.yaml");

        assertThat(read(file)).isEqualTo("""
                # The first lines.

                source: s
                title: "S"

                facts:

                  Heading:
                    # of the event
                    - event: e   # its id
                      label: E
                      # of the quote
                      quote: "a: b"
                      note: >-
                        two
                          lines
                """);
    }

    @Test
    void touchesNoFileWhenOneIsBroken() throws IOException {
        Files.createDirectories(dossier.resolve("facts"));
        Files.writeString(dossier.resolve("facts/a.yaml"), "entities:\n    - firm: a\n");
        Files.writeString(dossier.resolve("facts/b.yaml"), "entities:\n\t- firm: b\n");

        assertThatThrownBy(() -> new Formatting(dossier).format(true))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("mend this first: facts/b.yaml:2:1");
        assertThat(read(dossier.resolve("facts/a.yaml"))).isEqualTo("entities:\n    - firm: a\n");
    }

    /** Blanks, comments, blank lines and exchanged neighbours; the heads of items stay where they are. */
    private static String messed(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (isPlainKey(lines.get(i))
                    && isPlainKey(lines.get(i + 1))
                    && random.nextInt(4) == 0
                    && rank(lines.get(i)) != rank(lines.get(i + 1))) {
                String first = lines.get(i);
                lines.set(i, lines.get(i + 1));
                lines.set(i + 1, first);
            }
        }
        List<String> messed = new ArrayList<>();
        for (String line : lines) {
            if (random.nextInt(6) == 0 && !line.isBlank() && !messed.isEmpty()) {
                messed.add(" ".repeat(line.length() - line.stripLeading().length()) + "# remark " + messed.size());
            }
            messed.add(random.nextInt(3) == 0 ? line.replaceFirst("^( +[a-z ]+:) (?=\\S)", "$1   ") + "  " : line);
        }
        return String.join("\n", messed) + "\n\n\n";
    }

    private static boolean isPlainKey(String line) {
        return line.matches("      [a-z ]+: [^>|\\[{].*");
    }

    private static int rank(String line) {
        String key = line.strip().replaceFirst(":.*", "");
        return List.of("text", "quote", "locator", "is quoted from", "relies on", "is asserted by", "hedge", "note")
                        .indexOf(key)
                + (key.equals("label") ? -1 : 0);
    }

    private static String withoutComments(String text) {
        return String.join(
                        "\n",
                        text.lines().filter(line -> !line.contains("# remark")).toList()) + "\n";
    }

    private Map<String, List<String>> triples() {
        Map<String, List<String>> triples = new TreeMap<>();
        Assembly.of(dossier, Options.USUAL, new Problems(), Stages.silent()).units().stream()
                .filter(unit -> unit.path().startsWith("facts/"))
                .forEach(unit -> triples.put(unit.path(), sorted(unit.triples())));
        return triples;
    }

    private static List<String> sorted(Graph graph) {
        return TermOrder.sorted(graph).stream().map(Object::toString).toList();
    }

    private List<String> comments() {
        return texts().values().stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> line.startsWith("#"))
                .sorted()
                .toList();
    }

    private Map<Path, String> texts() {
        try (Stream<Path> files = Files.walk(dossier.resolve("facts"))) {
            Map<Path, String> texts = new TreeMap<>();
            files.filter(file -> file.toString().endsWith(".yaml")).forEach(file -> texts.put(file, read(file)));
            return texts;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copied = dossier.resolve(from.relativize(file).toString());
                Files.createDirectories(copied.getParent());
                Files.write(copied, Files.readAllBytes(file));
            }
        }
    }
}
