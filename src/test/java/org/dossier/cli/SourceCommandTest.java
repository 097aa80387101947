package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCommandTest {

    private static final String REPORT = """
            # The Ferry Does Not Sail

            Nobody has seen the ferry since Tuesday, and the office by the pier is shut. A paper on its door
            names no reason and no day on which it will open again.
            """;

    @TempDir
    Path folder;

    private Path harbour = Path.of("");
    private Path report = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        Run.of(folder, "new", "harbour");
        harbour = folder.resolve("harbour");
        report = Files.writeString(folder.resolve("ferry.md"), REPORT);
    }

    private Run add(String... options) {
        String[] words = new String[options.length + 3];
        words[0] = "source";
        words[1] = "add";
        words[2] = report.toString();
        System.arraycopy(options, 0, words, 3, options.length);
        return Run.of(harbour, words);
    }

    @Test
    void copiesTheTextAndBeginsAFactsFileThatPasses() throws IOException {
        Run added = add("--kind", "news-article", "--publisher", "gazette", "--date", "2031-07");

        assertThat(added.err()).isEmpty();
        assertThat(added.out())
                .matches("sources/ferry.md \\(sha256 [0-9a-f]{64}\\)\nfacts/the-ferry-does-not-sail.yaml\n");
        assertThat(harbour.resolve("sources/ferry.md")).hasContent(REPORT);
        assertThat(Files.readString(harbour.resolve("facts/the-ferry-does-not-sail.yaml")))
                .startsWith("""
                        # yaml-language-server: $schema=../build/facts.schema.json
                        source: the-ferry-does-not-sail
                        title: The Ferry Does Not Sail
                        has kind: news-article
                        is published by: gazette
                        issued: 2031-07
                        text file: ferry.md
                        """);
        assertThat(Run.of(harbour, "check", "--fail-on", "warning").out()).isEmpty();
    }

    @Test
    void leavesATextThatIsInSourcesAlreadyWhereItIs() throws IOException {
        Files.createDirectories(harbour.resolve("sources/ferries"));
        report = Files.move(report, harbour.resolve("sources/ferries/one.md"));

        add("--kind", "news-article", "--id", "ferry");

        assertThat(harbour.resolve("facts/ferry.yaml")).content().contains("text file: ferries/one.md\n");
        assertThat(harbour.resolve("sources/one.md")).doesNotExist();
        assertThat(Run.of(harbour, "check").exitCode()).isZero();
    }

    @Test
    void warnsOfATextThatIsThereAlreadyUnderAnotherName() throws IOException {
        Files.writeString(report, Files.readString(harbour.resolve("sources/harbour-gazette.md")) + "\nSo it is.\n");

        Run added = add("--kind", "news-article", "--id", "copy");

        assertThat(added.exitCode()).isZero();
        assertThat(added.err())
                .contains(
                        "% of the text is that of 'harbour-gazette'; if it repeats it, write 'relies on: harbour-gazette'");
    }

    @Test
    void writesNothingWhenTheFactsWouldNotPass() {
        Run added = add("--kind", "news-artikle", "--publisher", "gazete", "--id", "ferry");

        assertThat(added.exitCode()).isEqualTo(1);
        assertThat(added.err())
                .contains("facts/ferry.yaml:4:11: error[unknown-kind]", "did you mean 'news-article'?")
                .contains("facts/ferry.yaml:5:18: error[unknown-thing]", "did you mean 'gazette'?");
        assertThat(harbour.resolve("facts/ferry.yaml")).doesNotExist();
        assertThat(harbour.resolve("sources/ferry.md")).doesNotExist();
    }

    @Test
    void refusesWhatIsTaken() throws IOException {
        assertThat(add("--kind", "news-article", "--id", "watch-statement").err())
                .contains("facts/watch-statement.yaml is there already; give the source another id with --id");
        assertThat(add("--kind", "news-article", "--id", "lumen").err()).contains("error[duplicate-id]");
        assertThat(add("--kind", "news-article", "--id", "No Id").err()).contains("'No Id' is not an id");
        Files.writeString(harbour.resolve("sources/ferry.md"), "another");
        Run other = add("--kind", "news-article");
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("sources/ferry.md is there already and says something else");
        assertThat(harbour.resolve("sources/ferry.md")).hasContent("another");
    }

    @Test
    void tellsWhyAFileCannotBeASource() throws IOException {
        report = Files.writeString(folder.resolve("scan.jpg"), "no words");

        assertThat(add("--kind", "news-article").err()).contains("error[unreadable-text]");
        report = folder.resolve("gone.txt");
        assertThat(add("--kind", "news-article").err()).contains("gone.txt is no file");
        assertThat(Run.of(harbour, "source").exitCode()).isEqualTo(2);
    }
}
