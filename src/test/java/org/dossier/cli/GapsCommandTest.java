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

class GapsCommandTest {

    @TempDir
    Path folder;

    private Path harbour = Path.of("");

    @BeforeEach
    void begin() {
        Run.of(folder, "new", "harbour");
        harbour = folder.resolve("harbour");
    }

    @Test
    void listsWhatIsLeftToDoInTheOrderOfTheFiles() {
        assertThat(Run.of(harbour, "gaps").out()).isEqualTo("""
                        Open questions (1): find who answers them
                        - [ ] Who may look at the pictures? (who-may-look) facts/harbour-gazette.yaml:43:22

                        Quotes that nobody checked (0)

                        Records on one root (7): find a source that does not go back to the same one
                        - [ ] Harbour Watch uses Quay cameras (watch--uses--quay-cameras) facts/harbour-gazette.yaml:30:14
                        - [ ] Lumen makes Quay cameras (lumen--makes--quay-cameras) facts/harbour-gazette.yaml:32:14
                        - [ ] stored data, Harbour Watch, Quay cameras: 40 terabyte (approximate), 2031 (recordings-2031) facts/harbour-gazette.yaml:34:20
                        - [ ] Who may look at the pictures? (who-may-look) facts/harbour-gazette.yaml:43:22
                        - [ ] It never sees the pictures. (lumen-never-sees) facts/harbour-gazette.yaml:50:18
                        - [ ] Boatmen hold blankets before the cameras (blankets) facts/harbour-gazette.yaml:56:14
                        - [ ] It has recorded nothing near 40 terabytes. (watch-on-recordings) facts/watch-statement.yaml:14:18

                        Events, measurements and statements without a date (1): find out when
                        - [ ] It never sees the pictures. (lumen-never-sees) facts/harbour-gazette.yaml:50:18

                        """);
    }

    @Test
    void listsQuotesWhoseTextIsNotHere() throws IOException {
        Files.delete(harbour.resolve("sources/watch-statement.txt"));

        assertThat(Run.of(harbour, "gaps").out())
                .contains("Quotes that nobody checked (2): put the text of the source into sources/\n")
                .containsPattern(
                        "- \\[ \\] runs the quay cameras \\(evidence-[0-9a-f]+\\) facts/watch-statement.yaml:13:14\n");
    }

    @Test
    void writesJson() throws IOException {
        JsonNode groups = new ObjectMapper()
                .readTree(Run.of(harbour, "gaps", "--format", "json").out());

        assertThat(groups).hasSize(4);
        assertThat(groups.at("/0/gaps/0/id").asText()).isEqualTo("who-may-look");
        assertThat(groups.at("/0/gaps/0/place").asText()).isEqualTo("facts/harbour-gazette.yaml:43:22");
    }
}
