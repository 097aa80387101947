package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactcheckCommandTest {

    private static final String DRAFT = """
            # Cameras and 900 terabytes

            The Harbour Watch uses quay cameras. In 2031 it recorded much.
            In 2031 the Harbour Watch recorded
            about 90 terabytes with its quay cameras.

            - Lumen makes the quay cameras.
            - Borealis was paid $5 million.

            ```
            Harbour Watch: 12 TB
            ```
            """;

    @TempDir
    Path folder;

    private Path harbour;
    private Path draft;

    @BeforeEach
    void begin() throws IOException {
        harbour = folder.resolve("harbour");
        Run.of(folder, "new", harbour.toString());
        draft = Files.writeString(folder.resolve("draft.md"), DRAFT);
    }

    @Test
    void judgesEachSentenceAndListsTheUnbackedOnes() {
        Run run = Run.of(harbour, "factcheck", draft.toString(), "--exit-code");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().replace(draft + ":", "draft.md:")).isEqualTo("""
                draft.md:3: agrees: The Harbour Watch uses quay cameras.
                  on file: Harbour Watch uses Quay cameras (acknowledged, 1 root) [facts/harbour-gazette.yaml:30:14]
                draft.md:3: cannot judge: In 2031 it recorded much.
                  it names nobody and nothing that the dossier knows
                draft.md:4: differs: In 2031 the Harbour Watch recorded about 90 terabytes with its quay cameras.
                  draft: about 90 terabytes; on file: stored data, Harbour Watch, Quay cameras: 40 terabyte (approximate), 2031 (disputed, 1 root) [facts/harbour-gazette.yaml:34:20]
                draft.md:7: agrees: Lumen makes the quay cameras.
                  on file: Lumen makes Quay cameras (reported, 1 root) [facts/harbour-gazette.yaml:32:14]
                draft.md:8: nothing on file: Borealis was paid $5 million.
                  the dossier knows nobody and nothing that it names

                5 sentences (agrees: 2, differs: 1, nothing on file: 1, cannot judge: 1); unbacked:
                - draft.md:4: In 2031 the Harbour Watch recorded about 90 terabytes with its quay cameras.
                - draft.md:8: Borealis was paid $5 million.
                """);
    }

    @Test
    void annotatesTheDraft() {
        Run run = Run.of(harbour, "factcheck", draft.toString(), "--format", "md");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("""
                # Cameras and 900 terabytes

                The Harbour Watch uses quay cameras.[^fact-1] In 2031 it recorded much.
                In 2031 the Harbour Watch recorded
                about 90 terabytes with its quay cameras.[^fact-2]

                - Lumen makes the quay cameras.[^fact-3]
                - Borealis was paid $5 million.[^fact-4]

                ```
                Harbour Watch: 12 TB
                ```

                ## Fact check

                5 sentences (agrees: 2, differs: 1, nothing on file: 1, cannot judge: 1); unbacked:

                - line 4: In 2031 the Harbour Watch recorded about 90 terabytes with its quay cameras.
                - line 8: Borealis was paid $5 million.

                [^fact-1]: **agrees**: on file: Harbour Watch uses Quay cameras (acknowledged, 1 root) \\[facts/harbour-gazette.yaml:30:14\\].
                [^fact-2]: **differs**: draft: about 90 terabytes; on file: stored data, Harbour Watch, Quay cameras: 40 terabyte (approximate), 2031 (disputed, 1 root) \\[facts/harbour-gazette.yaml:34:20\\].
                [^fact-3]: **agrees**: on file: Lumen makes Quay cameras (reported, 1 root) \\[facts/harbour-gazette.yaml:32:14\\].
                [^fact-4]: **nothing on file**: the dossier knows nobody and nothing that it names.
                """);
    }

    @Test
    void writesJson() throws IOException {
        JsonNode findings = new ObjectMapper()
                .readTree(Run.of(harbour, "factcheck", draft.toString(), "--format", "json")
                        .out());

        assertThat(findings).hasSize(5);
        assertThat(findings.at("/2/verdict").asText()).isEqualTo("DIFFERS");
    }

    @Test
    void saysThatThereIsNoSuchDraft() {
        Run run = Run.of(harbour, "factcheck", "no-such-draft.md");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("there is no file 'no-such-draft.md'\n");
    }
}
