package org.dossier.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dossier.problem.Problems;
import org.dossier.triples.Names;
import org.junit.jupiter.api.Test;

class ShippedQuestionsTest {

    @Test
    void everyQuestionThatIsShippedHasAGoodHeaderAndAGoodQuery() {
        Problems problems = new Problems();
        QueryGate gate = new QueryGate(Names.prefixes(Invented.BASE), GateRules.local(false));

        Questions questions = Questions.in(Path.of(""), Invented.VOCABULARY, gate, problems);

        assertThat(problems.list()).isEmpty();
        assertThat(questions.list()).isNotEmpty();
        assertThat(questions.names()).containsExactlyInAnyOrderElementsOf(Questions.namesIn(Path.of("")));
        assertThat(questions.list()).allSatisfy(question -> {
            assertThat(question.title()).as(question.file()).endsWith("?");
            assertThat(question.group()).as(question.file()).isNotEqualTo("Other");
        });
    }
}
