package org.dossier.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dossier.claim.FactsFile;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsReaderTest {

    /** What YAML gives a meaning to, and bytes that no text has. */
    private static final String SIGNS = " \t\n\r:-#[]{}'\"|>&*!%@`,?\\\0\u00FFaA0";

    private static final Path TOWN = Path.of("src/test/resources/town");

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    private List<FactsFile> read() {
        return FactsReader.read(folder, RealVocabulary.VOCABULARY, problems);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void readsNothingWhereThereAreNoFacts() {
        assertThat(read()).isEmpty();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void readsFilesInOrderOfTheirPathsAndHashesTheirBytes() throws IOException {
        write("facts/b.yaml", "# one\r\n");
        write("facts/a/z.yaml", "");
        write("facts/B.yaml", "");

        List<FactsFile> files = read();

        assertThat(files).extracting(FactsFile::path).containsExactly("facts/B.yaml", "facts/a/z.yaml", "facts/b.yaml");
        assertThat(files.get(1).sha256()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(files.get(2).sha256()).isEqualTo("a11be1f8501d7381061fc75621556d0df6af8937aa3010abc497e2952107a881");
    }

    @Test
    void answersWithWhatCouldBeReadOfABrokenFile() throws IOException {
        write("facts/entities.yaml", """
                entities:
                  - agency: county
                    label: @County
                  - agency: town
                    label: Town
                """);

        List<FactsFile> files = read();

        assertThat(problems.hasErrors()).isTrue();
        assertThat(files.get(0).entities())
                .extracting(entity -> entity.id().name())
                .containsExactly("town");
    }

    /** Whatever is spoilt in one line of a file, that line is named, and at most its neighbour with it. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "^ | \\t",
                "(: .*)$ | $1: x",
                ": (?=\\S) | :",
                ": (?=\\S) | ': @'",
                ": (?=\\S) | ': >4 '",
                ": (?=\\S) | ': \"'",
                ": (?=\\S) | : [",
                ": (?=\\S) | : {",
                ": (?=\\S) | ': !x '",
                ": (?=\\S) | ': - '",
                "^  (?= +[a-z]+.*: ) | '   '",
                "^ (?= +[a-z]+.*: ) | ''",
            })
    void reportsOneSlipOfTheKeyboardOnce(String found, String replacement) throws IOException {
        List<String> lines = Files.readAllLines(TOWN.resolve("facts/common.yaml"));
        int tried = 0;
        for (int i = 0; i < lines.size(); i++) {
            String spoilt = lines.get(i).replaceFirst(found, replacement.replace("\\t", "\t"));
            if (lines.get(i).startsWith("#") || lines.get(i).isBlank() || spoilt.equals(lines.get(i))) {
                continue;
            }
            List<String> all = new ArrayList<>(lines);
            all.set(i, spoilt);
            write("facts/common.yaml", String.join("\n", all));

            Problems said = new Problems();
            FactsReader.read(folder, RealVocabulary.VOCABULARY, said);

            int line = i + 1;
            assertThat(said.list()).as("line %s: %s", line, spoilt).hasSize(1);
            assertThat(said.list().get(0).place().line()).as(spoilt).isBetween(line, line + 1);
            tried++;
        }
        assertThat(tried).isPositive();
    }

    @Tag("slow")
    @Test
    void survivesAnyBytes() throws IOException {
        byte[] good = Files.readAllBytes(TOWN.resolve("facts/common.yaml"));
        Files.createDirectories(folder.resolve("facts"));
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] bad = Arrays.copyOf(good, good.length - random.nextInt(40));
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                bad[random.nextInt(bad.length)] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
            }
            Files.write(folder.resolve("facts/common.yaml"), bad);

            Problems said = new Problems();
            FactsReader.read(folder, RealVocabulary.VOCABULARY, said);

            assertThat(said.list())
                    .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
        }
    }

    @Tag("slow")
    @Test
    @Timeout(60)
    void readsTwentyThousandClaimsInSecondsRatherThanMinutes() throws IOException {
        StringBuilder text = new StringBuilder("source: big\nlabel: Big\nhas kind: news-article\nentities:\n");
        for (int i = 0; i < 200; i++) {
            text.append("  - agency: a")
                    .append(i)
                    .append("\n    label: Agency ")
                    .append(i)
                    .append('\n');
            text.append("  - technology: t")
                    .append(i)
                    .append("\n    label: Tool ")
                    .append(i)
                    .append('\n');
        }
        text.append("facts:\n  One:\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("    - claim: a")
                    .append(i % 200)
                    .append(" uses t")
                    .append(i / 200)
                    .append('\n');
            text.append("      quote: passage ").append(i).append('\n');
        }
        write("facts/big.yaml", text.toString());

        List<FactsFile> files = read();

        assertThat(problems.list()).isEmpty();
        assertThat(files.get(0).claims()).hasSize(20_000);
    }

    @Test
    void tellsTheSameProblemOnce() throws IOException {
        write("facts/one.yaml", "entities:\n  - agency: county\n    label: County\n    label: County\n");

        read();

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "facts/one.yaml:4:5: error[duplicate-key]: 'label' stands here twice (first in line 3); "
                                + "write a list, or a record of its own");
    }
}
