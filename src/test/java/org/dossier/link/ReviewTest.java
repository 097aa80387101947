package org.dossier.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewTest {

    private static final TargetIds IDS = new TargetIds("reg", "https://reg.example/");

    private final List<Decision> file = new ArrayList<>();
    private final List<Suggestion> suggestions = new Suggestions(
                    CandidateIndex.of(List.of(
                            Profile.named("1", "Iron Harbor Inc"),
                            Profile.named("2", "Iron Harbor LLC"),
                            Profile.named("3", "Cobalt Mill Corp"))),
                    Decisions.none("links/reg.sssom.tsv"),
                    IDS)
            .of(List.of(Profile.named("harbor", "Iron Harbor"), Profile.named("mill", "Cobalt Mill")));
    private final Review review = new Review(suggestions, IDS, "A. Reader", LocalDate.of(2026, 2, 3), file::add);

    private Candidate candidate(int number) {
        return review.question().orElseThrow().candidates().get(number);
    }

    private String asked() {
        return review.question().map(question -> question.thing().id()).orElse("nothing");
    }

    @Test
    void writesADecisionOnceTheNextOneIsMade() {
        String first = asked();
        review.decide(candidate(0), Verdict.SAME, "");
        assertThat(file).isEmpty();

        review.none("");

        assertThat(file).extracting(decision -> decision.subject().name()).containsExactly(first);
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
    void takesBackTheLastDecisionAndAsksAgain() {
        String thing = asked();
        Candidate first = candidate(0);
        review.decide(first, Verdict.NOT_SAME, "");

        assertThat(review.undo()).isTrue();
        assertThat(review.undo()).isFalse();

        assertThat(asked()).isEqualTo(thing);
        assertThat(candidate(0)).isEqualTo(first);
        review.finish();
        assertThat(file).isEmpty();
    }

    @Test
    void endsWhenAllIsGoneThrough() {
        review.skip();
        review.skip();

        assertThat(review.question()).isEmpty();
    }
}
