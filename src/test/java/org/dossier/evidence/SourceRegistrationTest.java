package org.dossier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dossier.claim.EntityId;
import org.dossier.claim.FactsFile;
import org.dossier.claim.Source;
import org.dossier.facts.FactsReader;
import org.dossier.problem.Place;
import org.dossier.problem.Problems;
import org.dossier.triples.Ontology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRegistrationTest {

    private static final String ARTICLE = "News\n\nCameras: \"Who\" Watches Orr\u00ECn?\n\n"
            + "The bureau bought cameras and put them along the harbour wall. ".repeat(2)
            + "\n\nWhat: The Papers # Show\n\nNot much.\n";

    @TempDir
    Path dossier = Path.of("");

    private final Problems problems = new Problems();

    @Test
    void readsOffWhatAFileSaysOfItself() throws IOException {
        SourceRegistration found = register("cameras.txt", ARTICLE, List.of());

        assertThat(found.title()).isEqualTo("Cameras: \"Who\" Watches Orr\u00ECn?");
        assertThat(found.suggestedId()).isEqualTo(new EntityId("cameras-who-watches-orrin"));
        assertThat(found.headings())
                .containsExactly("News", "Cameras: \"Who\" Watches Orr\u00ECn?", "What: The Papers # Show");
        assertThat(found.sha256()).hasSize(64);
        assertThat(found.repeated()).isEmpty();
    }

    @Test
    void takesTheNextBestForATitle() throws IOException {
        assertThat(register("a.html", "<title>The Paper</title><h1>News</h1>", List.of())
                        .title())
                .isEqualTo("The Paper");
        assertThat(register("b.md", "# News\n\nwords", List.of()).title()).isEqualTo("News");
        assertThat(register("memo-7.txt", "only words", List.of()).title()).isEqualTo("memo-7");
        assertThat(register("\u4E8B.txt", "only words", List.of()).suggestedId())
                .isEqualTo(new EntityId("source"));
    }

    @Test
    void takesAHeadingOfThreeWordsForAHeadline() throws IOException {
        SourceRegistration found =
                register("a.md", "# Daily News\n\n# \u201CWho Watches Orrin?\u201D\n\nwords", List.of());

        assertThat(found.title()).isEqualTo("\u201CWho Watches Orrin?\u201D");
        assertThat(found.suggestedId()).isEqualTo(new EntityId("who-watches-orrin"));
    }

    @Test
    void makesAnIdOfSixWordsAtMost() throws IOException {
        assertThat(register("a.md", "# \u00C9t\u00E9: 1 2 3 4 5 6 7\n\nwords", List.of())
                        .suggestedId())
                .isEqualTo(new EntityId("ete-1-2-3-4-5"));
    }

    @Test
    void findsTheSourcesThatShareHalfOfTheirRunsOfWordsWithIt() throws IOException {
        Files.createDirectories(dossier.resolve("sources"));
        String common = "one two three four five six seven eight ";
        Files.writeString(dossier.resolve("sources/half.txt"), common + "a b c d");
        Files.writeString(dossier.resolve("sources/less.txt"), common + "a b c d e");
        Place place = Place.wholeFile("facts/old.yaml");
        List<Source> known = List.of(
                new Source(new EntityId("half"), List.of(), "half.txt", place, place),
                new Source(new EntityId("less"), List.of(), "less.txt", place, place));

        SourceRegistration found = register("new.txt", common + "v w x y z", known);

        assertThat(found.repeated()).isEqualTo(Map.of(new EntityId("half"), 0.5));
    }

    @Test
    void findsTheSourceThatItRepeats() throws IOException {
        Files.createDirectories(dossier.resolve("sources"));
        Files.writeString(dossier.resolve("sources/old.txt"), ARTICLE);
        Place place = Place.wholeFile("facts/old.yaml");
        List<Source> known = List.of(
                new Source(new EntityId("gone"), List.of(), "gone.txt", place, place),
                new Source(new EntityId("old"), List.of(), "old.txt", place, place));

        SourceRegistration found = register("new.txt", ARTICLE + "So says our paper.", known);

        assertThat(found.repeated()).containsOnlyKeys(new EntityId("old"));
    }

    @Test
    void writesAFactsFileThatPasses() throws IOException {
        SourceRegistration found = register("cameras.txt", ARTICLE, List.of());
        Map<String, String> details = new LinkedHashMap<>();
        details.put("has kind", "news-article");
        details.put("issued", "2025-07-01");
        details.put("note", "- who wrote it: unknown");

        String stub = found.stub(found.suggestedId(), details);
        Files.createDirectories(dossier.resolve("facts"));
        Files.writeString(dossier.resolve("facts/cameras.yaml"), stub);
        List<FactsFile> files =
                FactsReader.read(dossier, Ontology.of(dossier, problems).vocabulary(), problems);

        assertThat(problems.list()).isEmpty();
        assertThat(files.get(0).sources()).extracting(Source::textFile).containsExactly("cameras.txt");
        assertThat(stub).isEqualTo("""
                        source: cameras-who-watches-orrin
                        title: "Cameras: \\"Who\\" Watches Orr\u00ECn?"
                        has kind: news-article
                        issued: 2025-07-01
                        note: "- who wrote it: unknown"
                        text file: cameras.txt

                        # Facts follow the source; the headings are the locators of the quotes below them.
                        # facts:
                        #   News:
                        #   "Cameras: \\"Who\\" Watches Orr\u00ECn?":
                        #   "What: The Papers # Show":
                        """);
    }

    @Test
    void tellsWhyAFileCannotBeASource() throws IOException {
        Path file = Files.writeString(dossier.resolve("scan.jpg"), "no words");

        assertThat(SourceRegistration.of(file, List.of(), SourceTexts.of(dossier), problems))
                .isEmpty();
        assertThat(problems.list()).singleElement().asString().contains("error[unreadable-text]");
    }

    private SourceRegistration register(String name, String content, List<Source> known) throws IOException {
        Path file = Files.writeString(dossier.resolve(name), content);
        return SourceRegistration.of(file, known, SourceTexts.of(dossier), problems)
                .orElseThrow();
    }
}
