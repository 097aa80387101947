package org.dossier.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import org.dossier.problem.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {

    private static final TargetIds IDS = new TargetIds("reg", "https://reg.example/");
    private static final String BASE = "https://example.org/id/";

    @TempDir
    private Path folder;

    private final List<Suggestion> suggestions = new Suggestions(
                    CandidateIndex.of(List.of(
                            Profile.named("1", "Iron Harbor Inc"),
                            Profile.named("2", "Iron Harbor LLC"),
                            Profile.named("3", "Cobalt Mill Corp"))),
                    Decisions.none("links/reg.sssom.tsv"),
                    IDS)
            .of(List.of(Profile.named("harbor", "Iron Harbor"), Profile.named("mill", "Cobalt Mill")));
    private Review review = review(Path.of(""));

    @BeforeEach
    void startInAFolderOfItsOwn() {
        review = review(folder);
    }

    private Review review(Path dossier) {
        DecisionWriter file = new DecisionWriter(dossier, "reg", BASE, IDS);
        return new Review(suggestions, IDS, "A. Reader", LocalDate.of(2026, 2, 3), file);
    }

    private List<Decision> file() {
        return DecisionReader.read(folder, Decisions.path("reg"), BASE, new Problems())
                .list();
    }

    private Candidate candidate(int number) {
        return review.question().orElseThrow().candidates().get(number);
    }

    private String asked() {
        return review.question().map(question -> question.thing().id()).orElse("nothing");
    }

    @Test
    void writesADecisionAtOnce() {
        String first = asked();

        review.decide(candidate(0), Verdict.SAME, "");

        assertThat(file()).extracting(decision -> decision.subject().name()).containsExactly(first);
        assertThat(review.written()).isEqualTo(1);
    }

    @Test
    void asksOnAboutAThingOfWhichOneCandidateWasRuledOut() {
        review.skip();
        String thing = asked();
        int candidates = review.question().orElseThrow().candidates().size();

        review.decide(candidate(0), Verdict.NOT_SAME, "");

        assertThat(candidates).isEqualTo(2);
        assertThat(asked()).isEqualTo(thing);
        assertThat(review.question().orElseThrow().candidates()).hasSize(1);
    }

    @Test
    void goesOnWhenAllCandidatesAreRuledOut() {
        String thing = asked();
        review.question().orElseThrow().candidates().forEach(each -> review.decide(each, Verdict.NOT_SAME, ""));

        assertThat(asked()).isNotEqualTo(thing);
    }

    @Test
    void takesBackTheLastDecisionsAndAsksAgain() throws IOException {
        String thing = asked();
        Candidate first = candidate(0);
        review.none("");
        review.decide(candidate(0), Verdict.NOT_SAME, "");

        assertThat(review.undo()).isTrue();
        assertThat(file()).hasSize(1);
        assertThat(review.undo()).isTrue();
        assertThat(review.undo()).isFalse();

        assertThat(asked()).isEqualTo(thing);
        assertThat(candidate(0)).isEqualTo(first);
        assertThat(folder.resolve(Decisions.path("reg"))).doesNotExist();
    }

    @Test
    void leavesWhatSomebodyElseWroteSince() throws IOException {
        review.none("");
        Path file = folder.resolve(Decisions.path("reg"));
        Files.writeString(file, "# a note\n", StandardOpenOption.APPEND);
        String before = Files.readString(file);

        assertThat(review.undo()).isFalse();

        assertThat(file).hasContent(before);
        assertThat(review.written()).isEqualTo(1);
    }

    @Test
    void endsWhenAllIsGoneThrough() {
        review.skip();
        review.skip();

        assertThat(review.question()).isEmpty();
    }
}
