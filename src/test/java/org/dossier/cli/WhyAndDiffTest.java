package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a small dossier in a repository of its own. */
class WhyAndDiffTest {

    private static final PersonIdent AUTHOR =
            new PersonIdent("A. Author", "a@example.org", Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);

    @TempDir
    Path town;

    @BeforeEach
    void write() throws IOException, GitAPIException {
        file("dossier.yaml", "title: A town\nbase: https://town.example/id/\n");
        file("facts/news.yaml", """
                source: news
                title: Cameras on the quay
                has kind: news-article
                text file: news.txt
                entities:
                  - agency: watch
                    label: Harbour Watch
                  - firm: lumen
                    label: Lumen
                  - technology: cameras
                    label: Quay cameras
                facts:
                  On The Quay:
                    - claim: watch uses cameras
                      quote: The Watch films the quay
                """);
        file("sources/news.txt", """
                On The Quay

                It is cold. The Watch films the quay since May. Nobody minds.
                """);
        file("queries/uses.rq", """
                # What does an agency use?
                SELECT ?agency ?technology { ?agency dossier:uses ?technology } ORDER BY ?agency ?technology
                """);
        try (Git git = Git.init().setDirectory(town.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit().setMessage("Begin").setAuthor(AUTHOR).setSign(false).call();
        }
    }

    private void file(String name, String text) throws IOException {
        Path file = town.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String commit() throws IOException, GitAPIException {
        try (Git git = Git.open(town.toFile())) {
            return git.log().call().iterator().next().abbreviate(8).name();
        }
    }

    @Test
    void walksBackFromALinkToItsWordsInTheirContext() throws IOException, GitAPIException {
        Run why = Run.of(town, "why", "watch", "uses", "cameras");

        assertThat(why.out()).isEqualTo("""
                        Harbour Watch uses Quay cameras (claim)
                        https://town.example/id/watch--uses--cameras

                        Harbour Watch uses Quay cameras
                          reported: Borne out by one independent root. [ontology/rules/standing.rq:142]
                          1 independent root; it rests on: Cameras on the quay (not held)
                          for: “The Watch films the quay” (exact)
                            Cameras on the quay, under “On The Quay” [facts/news.yaml:15:14]
                            … It is cold. »The Watch films the quay« since May. Nobody minds. …
                          written in facts/news.yaml:14:14, commit %s of 2026-02-03
                        """.formatted(commit()));
    }

    @Test
    void explainsAnEntityByTheRecordsThatSpeakOfIt() {
        assertThat(Run.of(town, "why", "Harbour Watch").out())
                .contains("Harbour Watch uses Quay cameras")
                .contains("reported: Borne out by one independent root.");
        assertThat(Run.of(town, "why", "lumen").out())
                .endsWith("No record speaks of it; names, kinds and identifiers need no evidence.\n");
    }

    @Test
    void writesMarkdownWithFootnotes() {
        assertThat(Run.of(town, "why", "watch--uses--cameras", "--format", "md").out())
                .isEqualTo("""
                        **Harbour Watch uses Quay cameras**

                        - Harbour Watch uses Quay cameras: *reported*[^1]

                        [^1]: “The Watch films the quay”, Cameras on the quay, “On The Quay” (quote exact).
                        """);
    }

    @Test
    void writesJson() throws IOException {
        JsonNode why = new ObjectMapper()
                .readTree(Run.of(town, "why", "watch", "uses", "cameras", "--format", "json")
                        .out());

        assertThat(why.at("/accounts/0/standing").asText()).isEqualTo("reported");
        assertThat(why.at("/accounts/0/evidence/0/quote").asText()).isEqualTo("The Watch films the quay");
    }

    @Test
    void explainsEachRowOfAnAnswer() throws IOException, GitAPIException {
        assertThat(Run.of(town, "query", "uses", "--why").out()).isEqualTo("""
                        agency: Harbour Watch; technology: Quay cameras
                          rests on [1]

                        [1] Harbour Watch uses Quay cameras
                          reported: Borne out by one independent root. [ontology/rules/standing.rq:142]
                          1 independent root; it rests on: Cameras on the quay (not held)
                          for: “The Watch films the quay” (exact)
                            Cameras on the quay, under “On The Quay” [facts/news.yaml:15:14]
                            … It is cold. »The Watch films the quay« since May. Nobody minds. …
                          written in facts/news.yaml:14:14, commit %s of 2026-02-03
                        """.formatted(commit()));
        assertThat(Run.of(town, "query", "uses", "--why", "--format", "md").out())
                .isEqualTo("""
                        | agency | technology | why |
                        | --- | --- | --- |
                        | Harbour Watch | Quay cameras | [^1] |

                        [^1]: Harbour Watch uses Quay cameras (*reported*): “The Watch films the quay”, Cameras on the quay, “On The Quay” (quote exact).
                        """);
        JsonNode json = new ObjectMapper()
                .readTree(Run.of(town, "query", "uses", "--why", "--format", "json")
                        .out());
        assertThat(json.at("/rows/0/records/0").asInt()).isEqualTo(1);
        assertThat(json.at("/accounts/0/evidence/0/quote").asText()).isEqualTo("The Watch films the quay");
    }

    @Test
    void explainsCountsStepsOfPathsAndRowsWithoutRecords() {
        String count = "SELECT (COUNT(*) AS ?uses) { ?agency a dossier:Agency ; dossier:uses ?technology }";
        String steps = "SELECT ?agency { ?agency dossier:uses/dossier:hasKind* ?technology ; rdfs:label ?name }";
        String names = "SELECT ?firm { ?firm a dossier:Firm } LIMIT 1";

        assertThat(Run.of(town, count, List.of("query", "-", "--why")).out())
                .startsWith("uses: 1\n  computed from [1]\n\n[1] Harbour Watch uses");
        assertThat(Run.of(town, steps, List.of("query", "-", "--why")).out())
                .startsWith("agency: Harbour Watch\n  rests on [1]\n");
        assertThat(Run.of(town, names, List.of("query", "-", "--why")).out())
                .isEqualTo("firm: Lumen\n  Lumen is described in facts/news.yaml:8:11; names, kinds and identifiers"
                        + " need no evidence\n");
        assertThat(Run.of(town, "query", "uses", "--why", "--format", "csv").exitCode())
                .isEqualTo(2);
        assertThat(Run.of(town, "ASK { ?s ?p ?o }", List.of("query", "-", "--why"))
                        .err())
                .contains("--why explains the rows of a SELECT, as table, md or json");
    }

    @Test
    void hintsAtWhatMayHaveBeenMeant() {
        Run why = Run.of(town, "why", "camera");

        assertThat(why.exitCode()).isEqualTo(2);
        assertThat(why.err()).contains("nothing here is called 'camera'; did you mean 'cameras'?");
    }

    @Test
    void saysThatNothingChanged() {
        assertThat(Run.of(town, "diff", "--exit-code"))
                .isEqualTo(new Run(0, "HEAD and the working tree say the same.\n", ""));
    }

    @Test
    void tellsANewClaimADisputeAndTheAnswersThatChange() throws IOException {
        String facts = Files.readString(town.resolve("facts/news.yaml"));
        file("facts/news.yaml", facts + """
                              has counter-evidence:
                                - quote: Nobody minds
                                  is asserted by: lumen
                            - claim: lumen makes cameras
                              quote: since May
                        """);

        Run diff = Run.of(town, "diff", "--exit-code");

        assertThat(diff).isEqualTo(new Run(1, """
                        Newly asserted (1)

                          Lumen

                        - Lumen makes Quay cameras (claim lumen--makes--cameras): reported, 1 passage

                        Changed (1)

                          Harbour Watch

                        - Harbour Watch uses Quay cameras (watch--uses--cameras)
                          - now has counter-evidence: “Nobody minds”, Cameras on the quay

                        Standing otherwise (1)
                        - Harbour Watch uses Quay cameras: was reported, is disputed

                        Answers that change (1)
                        - What does an agency use? (uses)
                          - gone: Harbour Watch; Quay cameras
                        """, ""));
    }

    @Test
    void comparesWithARelease() throws IOException {
        Run.of(town, "build");
        String release = Files.readString(town.resolve("build/current")).strip();
        file(
                "facts/news.yaml",
                Files.readString(town.resolve("facts/news.yaml")).replace("Lumen", "Lumen AG"));

        Run diff = Run.of(town, "diff", release.substring(0, 8), "--format", "md");

        assertThat(diff.out()).isEqualTo("""
                        ## Changed (1)

                        #### Lumen AG

                        - Lumen AG (lumen)
                          - no longer label: Lumen
                          - now label: Lumen AG
                        """);
    }

    @Test
    void refusesVersionsThatThereAreNot() {
        Run diff = Run.of(town, "diff", "no-such-thing");

        assertThat(diff.exitCode()).isEqualTo(2);
        assertThat(diff.err()).startsWith("'no-such-thing' is no revision of git, no release and no dossier's folder");
    }

    @Test
    void leavesNothingInTheTemporaryFolder() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<Path> before = checkedOut(temporary);

        Run.of(town, "diff", "HEAD", "HEAD");

        assertThat(checkedOut(temporary)).isEqualTo(before);
    }

    private static List<Path> checkedOut(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            String own = "dossier-" + ProcessHandle.current().pid() + "-";
            return files.filter(file -> file.getFileName().toString().startsWith(own))
                    .sorted()
                    .toList();
        }
    }
}
