package org.dossier.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dossier.claim.PartialDate;
import org.dossier.facts.FileText;
import org.dossier.problem.Problem;
import org.dossier.problem.Problems;
import org.dossier.table.Format;
import org.dossier.table.Layout;
import org.dossier.triples.Ontology;
import org.dossier.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceReaderTest {

    private static final Vocabulary VOCABULARY =
            Ontology.of(Path.of("."), new Problems()).vocabulary();

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @Test
    void readsEverythingThatAFileMaySay() throws Exception {
        SourceDescription source = read("""
                title: Lamps
                kind: law
                publisher: Harbour Lights
                homepage: https://example.org/lamps
                licence: public domain
                date: 2025-07
                format: tsv
                encoding: windows-1252
                delimiter: "\\t"
                rows: /data/*
                member: "*.csv"
                key: [a, b c]
                required: a
                optional: [d]
                repeated: [Yes]
                repetitions: again
                renamed:
                  outlays: [Outlays 2019, Outlays 2020]
                ignored:
                  "people, never loaded": [phone, "pay_*"]
                names:
                  a: b c
                expect:
                  rows: 3 to 5
                  Contract: at least 2
                  Firm: at most 4
                  Agency: 1
                """);

        assertThat(problems.list()).isEmpty();
        assertThat(source.title()).isEqualTo("Lamps");
        assertThat(source.kind()).isEqualTo("law");
        assertThat(source.publisher()).isEqualTo("Harbour Lights");
        assertThat(source.homepage()).isEqualTo("https://example.org/lamps");
        assertThat(source.licence()).isEqualTo("public domain");
        assertThat(source.optional()).containsExactly("d");
        assertThat(source.date()).isEqualTo(new PartialDate("2025-07"));
        assertThat(source.layout())
                .isEqualTo(new Layout(
                        Format.TSV,
                        Charset.forName("windows-1252"),
                        '\t',
                        "/data/*",
                        "*.csv",
                        Set.of("Yes"),
                        Map.of("outlays", List.of("Outlays 2019", "Outlays 2020"))));
        assertThat(source.key()).containsExactly("a", "b c");
        assertThat(source.required()).containsExactly("a");
        assertThat(source.repetitions()).isEqualTo("again");
        assertThat(source.ignores("pay_1")).isTrue();
        assertThat(source.ignores("pay")).isFalse();
        assertThat(source.names()).containsExactlyEntriesOf(Map.of("a", "b c"));
        assertThat(source.expected())
                .extractingByKeys("rows", "Contract", "Firm", "Agency")
                .extracting(Object::toString)
                .containsExactly("3 to 5", "at least 2", "at most 4", "1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    titel: x                       | 1:1  | unknown-key   | did you mean 'title'?
                    title: [x]                     | 1:8  | not-text      |
                    kind: offical-data             | 1:7  | source-value  | did you mean 'official-data'?
                    homepage: example.org          | 1:11 | source-value  | https://
                    date: 7/4/2025                 | 1:7  | source-value  | 2025-07-04
                    format: xlsx                   | 1:9  | source-value  | csv
                    encoding: utf-16               | 1:11 | source-value  | windows-1252
                    encoding: klingon              | 1:11 | source-value  | windows-1252
                    delimiter: ";;"                | 1:12 | source-value  | quotation marks
                    rows: results                  | 1:7  | source-value  | /results/*
                    key: [a, [b]]                  | 1:10 | not-text      | each item
                    key: {a: b}                    | 1:6  | not-text      | [one, two]
                    renamed: [a]                   | 1:10 | source-value  | new name
                    ignored: [a]                   | 1:10 | source-value  | reason
                    names: {a: [b]}                | 1:12 | not-text      |
                    expect: {rows: many}           | 1:16 | source-value  | 3000 to 5000
                    expect: {Contrac: 5}           | 1:10 | source-value  | class
                    """)
    void tellsWhatIsWrongAndWhere(String line, String place, String code, String remedy) throws Exception {
        read(line + "\n" + (line.startsWith("tit") ? "" : "title: x\n"));

        Problem problem = problems.list().stream()
                .filter(found -> found.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(problems.list()));
        assertThat(problem.place()).hasToString("source.yaml:" + place);
        assertThat(problem.remedy()).contains(remedy == null ? "" : remedy);
    }

    @Test
    void tellsThatAFileHasNoTitle() throws Exception {
        SourceDescription source = read("key: a\n");

        assertThat(source.title()).isEqualTo("Untitled");
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "source.yaml: error[no-title]: the import has no title; add a line such as 'title: …'");
    }

    @Test
    void aPatternMayHaveStarsAnywhere() {
        SourceDescription.Ignored ignored =
                new SourceDescription.Ignored(List.of("*_owned_*", "exact", "a*b*c"), "reason");

        assertThat(List.of("x_owned_y", "_owned_", "exact", "abc", "a-b-b-c")).allMatch(ignored::covers);
        assertThat(List.of("owned", "exactly", "ab", "acb", "abcd", "")).noneMatch(ignored::covers);
    }

    private SourceDescription read(String text) throws IOException {
        Files.writeString(folder.resolve("source.yaml"), text);
        return SourceReader.read(FileText.read(folder, "source.yaml", problems), VOCABULARY, problems);
    }
}
